import { categories } from '@portal/content/schema/petition/category'
import { declineGrounds } from '../../../contracts/cases/decline-grounds.ts'
import type { BodyOf, EventBody } from '../../events/event.ts'
import type { Assignment } from '../../events/event-fields.ts'
import type { Action, ActionOf, OpinionAction } from './action.ts'
import type { CaseFile } from '../case/case-file.ts'
import { assistingOf, leadOf } from '../case/referral.ts'

const names = (units: Assignment[]) => units.map(({ unit }) => unit.name).join('、')

function toldOfReferral(units: Assignment[]): string {
  const beside = units.filter(({ lead }) => !lead)
  const first = names(units.filter(({ lead }) => lead))
  return beside.length > 0
    ? `已转送${first}处理，${names(beside)}会同办理。`
    : `已转送${first}处理。`
}

function declined({ unit, ground, reason }: ActionOf<'decline'>): BodyOf<'declined'> {
  const { name, article, way } = declineGrounds[ground]
  const told = `${unit.name}不予受理：${name}（条例第 ${article} 条）。${way}理由：${reason}`
  return { kind: 'declined', told, unit, ground, reason }
}

function answeredExtension(
  days: number,
  granted: boolean,
  reason: string,
  toldReason: string,
): BodyOf<'extension-answered'> {
  const told = granted ? `办理期限延长 ${days} 日。理由：${toldReason}` : null
  return { kind: 'extension-answered', told, granted, days: granted ? days : 0, reason }
}

function extended(file: CaseFile, { days, reason }: ActionOf<'extend'>): EventBody[] {
  const unit = leadOf(file.referrals)?.unit ?? { id: '', name: file.unit ?? '' }
  return [
    { kind: 'extension-asked', told: null, unit, days, reason },
    answeredExtension(days, true, reason, reason),
  ]
}

const fieldNames = { category: '信访类别', topic: '问题领域', region: '问题属地' } as const

function corrected(file: CaseFile, { change, reason }: ActionOf<'correct'>): BodyOf<'corrected'> {
  const word = (value: string) =>
    change.field === 'category' ? categories[value as keyof typeof categories].name : value
  const from = word(file[change.field])
  const told = `${fieldNames[change.field]}由“${from}”更正为“${word(change.to)}”。原因：${reason}`
  return { kind: 'corrected', told, change, reason }
}

function recalled(file: CaseFile, { units, reason }: ActionOf<'recall'>): BodyOf<'recalled'> {
  return recall(file, units, reason, `信访部门已收回，将另行确定办理单位。原因：${reason}`)
}

/** Takes the case back from units; the petitioner is told where the one in the lead is among them. */
export function recall(
  file: CaseFile,
  units: BodyOf<'recalled'>['units'],
  reason: string,
  told: string,
): BodyOf<'recalled'> {
  const lead = leadOf(file.referrals)
  const goesBack = !lead || units.some(({ id }) => id === lead.unit.id)
  return { kind: 'recalled', told: goesBack ? told : null, units, reason }
}

function objected(file: CaseFile, { unit, reason }: ActionOf<'object'>): BodyOf<'objected'> {
  const told = `${unit.name}提出异议，认为不属于本单位职责，信访部门将另行确定办理单位。理由：${reason}`
  const assists = assistingOf(file.referrals, unit.id)
  return { kind: 'objected', told: assists ? null : told, unit, reason }
}

function proposed(action: OpinionAction): BodyOf<'reply-proposed'> {
  const { kind: step, text, parts, files } = action
  return {
    kind: 'reply-proposed',
    told: null,
    step,
    unit: 'unit' in action ? action.unit : null,
    body: 'body' in action ? action.body : null,
    reason: 'reason' in action ? action.reason : null,
    text,
    ...(parts && { parts }),
    ...(files && { files }),
  }
}

/** The events that a step comes to, in the words in which the petitioner is told of it. */
export function eventsOf(file: CaseFile, action: Action): EventBody[] {
  switch (action.kind) {
    case 'register':
      return [{ kind: 'registered', told: '信访部门已登记。' }]
    case 'refer':
      return [{ kind: 'referred', told: toldOfReferral(action.units), units: action.units }]
    case 'add-units': {
      const { units } = action
      return [{ kind: 'units-added', told: `已请${names(units)}会同办理。`, units }]
    }
    case 'accept': {
      const { unit } = action
      const told = assistingOf(file.referrals, unit.id) ? null : `${unit.name}已受理。`
      return [{ kind: 'accepted', told, unit }]
    }
    case 'decline':
      return [declined(action)]
    case 'object':
      return [objected(file, action)]
    case 'recall':
      return [recalled(file, action)]
    case 'extend':
      return extended(file, action)
    case 'ask-extension':
      return extended(file, { ...action, kind: 'extend' }).slice(0, 1)
    case 'approve-extension':
    case 'refuse-extension': {
      const { days = 0, reason = '' } = file.extension ?? {}
      const granted = action.kind === 'approve-extension'
      return [answeredExtension(days, granted, action.reason, reason)]
    }
    case 'ask-petitioner': {
      const { question } = action
      const told = `${file.unit ?? '信访部门'}请您补充：${question}`
      return [{ kind: 'petitioner-asked', told, question }]
    }
    case 'mediate': {
      const end = action.agreed ? '双方达成一致意见。' : '双方没有达成一致意见，继续按程序办理。'
      return [{ ...action, kind: 'mediated', told: `已经调解，${end}` }]
    }
    case 'hear': {
      const days = file.state === 're-reviewing' ? action.days : 0
      const told = days > 0 ? `已举行听证，用时 ${days} 日，不计入复核期限。` : '已举行听证。'
      return [{ ...action, kind: 'heard', told, days }]
    }
    case 'advise':
      return [{ ...action, kind: 'unit-advised', told: null }]
    case 'reply':
      return [{ ...action, kind: 'replied', told: `${action.unit.name}已作出书面答复。` }]
    case 'propose-reply':
      return [proposed(action.proposed)]
    case 'send-reply':
      return eventsOf(file, action.proposed)
    case 'return-reply': {
      const { remark } = action
      const unit = file.proposal?.unit ?? null
      return [{ kind: 'reply-returned', told: null, unit, remark }]
    }
    case 'correct-reply': {
      const told = `答复已更正，以更正后的为准。原因：${action.reason}`
      return [{ ...action, kind: 'reply-corrected', told }]
    }
    case 'correct':
      return [corrected(file, action)]
    case 'review':
    case 're-review': {
      const { kind: level, body, text, parts, files } = action
      const told = `${body}已作出${level === 'review' ? '复查' : '复核'}意见。`
      const written = { text, ...(parts && { parts }), ...(files && { files }) }
      return [{ kind: 'reviewed', told, level, body, ...written }]
    }
    case 'follow-up': {
      const { record } = action
      return [{ kind: 'followed-up', told: '已就您的评价回访。', record }]
    }
    case 'assign-follow-up':
      return [{ kind: 'follow-up-assigned', told: null, owner: action.owner }]
    case 'remind':
    case 'supervise': {
      const { unit, reason, dueOn } = action
      const letter = action.kind === 'remind' ? 'reminder' : 'supervision'
      return [{ kind: 'supervised', told: null, letter, unit, reason, dueOn }]
    }
    case 'answer-supervision': {
      const { unit, text } = action
      return [{ kind: 'supervision-answered', told: null, unit, text }]
    }
    case 'close':
      return [{ kind: 'closed', told: '信访事项已办结。' }]
    case 'reopen': {
      const { reason } = action
      return [{ kind: 'reopened', told: `信访部门重新办理。原因：${reason}`, reason }]
    }
  }
}
