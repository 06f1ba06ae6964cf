import { formatReceiptNumber } from '@portal/content/characters/receipt-number'
import { shanghaiDay } from '@portal/content/calendar/day'
import { longDay } from '@portal/content/calendar/wording'
import { satisfactions } from '@portal/content/schema/petition/evaluation'
import { letterNames, tierNames, type ReminderLevel } from '../../contracts/cases/deadlines.ts'
import { paperKinds } from '../../contracts/papers/papers.ts'
import type { OpinionStep } from '../../contracts/papers/opinion.ts'
import type { Happening } from '../../contracts/cases/desk-state.ts'
import { leadingOutcomes, meetingWays } from '../../contracts/cases/leading.ts'
import { paperNumber } from '../events/paper-events.ts'
import { wordOf, type BodyOf, type CaseEvent, type EventBody } from '../events/event.ts'
import type { TaskOwner } from '../events/event-fields.ts'
import type { CaseFile } from './case/case-file.ts'
import { clocks, type ClockName } from './clocks/clock.ts'
import { leadOf } from './case/referral.ts'
import type { Party } from './wall.ts'

const proposalWords: Record<OpinionStep, string> = {
  reply: '答复',
  'correct-reply': '更正后的答复',
  review: '复查意见',
  're-review': '复核意见',
}

/** Who has a task, in words. */
export function ownerName(owner: TaskOwner): string {
  return owner.kind === 'unit' ? owner.unit.name : owner.name
}

const levels: Record<ReminderLevel, string> = {
  unit: '承办单位',
  head: '单位负责人',
  bureau: '信访部门',
}

/** Who was reminded of what, and by when it was to be done. */
function remindedWords({ tier, clock, unit, lastDay, to }: BodyOf<'reminded'>): string {
  const known = clocks[clock as ClockName] as (typeof clocks)[ClockName] | undefined
  const who = unit?.name ?? (known?.whose === 'review-body' ? '复查、复核机关' : '信访部门')
  const what = known?.name ?? '办理'
  const day = longDay(lastDay)
  const says = {
    before: `${who}要在${day}以前${what}`,
    today: `今天是${who}${what}的最后一天`,
    late: `${who}没有在${day}以前${what}`,
  }[tier]
  return `${tierNames[tier]}：${says}。已提醒${to.map((level) => levels[level]).join('、')}。`
}

/** What staff read of an event that the petitioner is not told of. */
function internalWords(body: EventBody): string {
  switch (body.kind) {
    case 'accepted':
      return `${body.unit.name}参加办理。`
    case 'objected':
      return `${body.unit.name}提出异议，不参加办理。理由：${body.reason}`
    case 'recalled':
      return `已从${body.units.map(({ name }) => name).join('、')}收回。原因：${body.reason}`
    case 'repeat-of':
      return `登记为重复信访，与 ${formatReceiptNumber(body.of)} 是同一事项。理由：${body.reason}`
    case 'accused-settled': {
      const names = body.accused.map(({ name }) => name).join('、')
      return `填写了被检举控告的单位：${names || '没有指明单位'}。`
    }
    case 'extension-asked':
      return `${body.unit.name}申请延期 ${body.days} 日。理由：${body.reason}`
    case 'extension-answered':
      return `没有批准延期。理由：${body.reason}`
    case 'unit-advised':
      return `${body.unit.name}提出了会办意见。`
    case 'reply-proposed':
      return `${proposalWords[body.step]}已送审，等第二人审阅后发出。`
    case 'reply-returned':
      return `审阅后退回修改。意见：${body.remark}`
    case 'follow-up-opened':
      return `信访人不满意，请在${longDay(body.dueOn)}以前回访。`
    case 'follow-up-assigned':
      return `由${ownerName(body.owner)}回访。`
    case 'noted': {
      const asked = body.mentions.map(({ name }) => `@${name}`).join(' ')
      return `${body.from?.name ?? '信访部门'}的内部备注${asked ? `，请看：${asked}` : ''}。`
    }
    case 'reminded':
      return remindedWords(body)
    case 'supervised':
      return `给${body.unit.name}发${letterNames[body.letter]}，请在${longDay(body.dueOn)}以前反馈。`
    case 'supervision-answered':
      return `${body.unit.name}反馈了督办情况。`
    case 'paper-issued':
      return `制发${paperKinds[body.paper].name}：${paperNumber(body)}。`
    case 'slot-booked':
      return `登记到${body.office}的接访：${longDay(body.day)} ${body.from}—${body.to}，${body.place}。`
    case 'taken-on':
      return `由${body.official.office}包案${body.dueOn ? `，${longDay(body.dueOn)}以前办好` : ''}。`
    case 'official-met':
      return `${body.official.office}${meetingWays[body.way]}，${longDay(body.on)}。`
    case 'taken-on-ended':
      return `${body.official.office}包案结束：${leadingOutcomes[body.outcome]}。`
    case 'notice-linked':
      return `起草了公示“${body.title}”。`
    case 'notice-unlinked':
      return `公示“${body.title}”不再对应这一件。`
    default:
      return '办件有了变化。'
  }
}

/** When a case came here from another system, what was told there, and which files did not come with it. */
function importedWords({ importedAt, history, leftFiles }: BodyOf<'imported'>): string {
  const day = (at: string) => longDay(shanghaiDay(new Date(at)))
  return [
    `${day(importedAt)}由文件导入。`,
    ...history.map(({ at, by, text }) => [at && day(at), by && `${by}：`, text].join(' ').trim()),
    ...(leftFiles.length > 0 ? [`没有随文件转来的附件：${leftFiles.join('、')}`] : []),
  ].join('\n')
}

/** The words that were written with an event, beside the sentence that says what happened. */
function writtenWords(body: EventBody): string {
  switch (body.kind) {
    case 'supplemented':
    case 'unit-advised':
    case 'supervision-answered':
    case 'noted':
    case 'replied':
    case 'reply-corrected':
    case 'reply-proposed':
    case 'reviewed':
      return body.text
    case 'withdrawal-asked':
      return body.reason
    case 'appealed':
      return body.grounds
    case 'evaluated':
      return [satisfactions[body.satisfaction], body.comment].filter(Boolean).join('：')
    case 'taken-on':
      return body.note
    case 'official-met':
      return [body.record, body.result && `结果：${body.result}`].filter(Boolean).join('\n')
    case 'taken-on-ended':
    case 'mediated':
    case 'heard':
    case 'followed-up':
      return body.record
    case 'supervised':
      return body.reason
    case 'extension-answered':
      return body.granted ? body.reason : ''
    case 'imported':
      return importedWords(body)
    default:
      return ''
  }
}

/** An event in words for staff. */
export function describeEvent({ at, actor, body }: CaseEvent): Happening {
  const text = body.told ?? internalWords(body)
  return { at, by: wordOf(actor), text, words: writtenWords(body) }
}

const shownToLead: EventBody['kind'][] = [
  'extension-answered',
  'follow-up-opened',
  'follow-up-assigned',
  'taken-on',
  'taken-on-ended',
]

/**
 * Whether a party that sees the case may read an event: what the petitioner is told everybody; what is between
 * the bureau and one unit these two, and of units beside the lead, the lead; a note who wrote it and who is named in it.
 */
export function mayRead({ body }: CaseEvent, { referrals }: CaseFile, party: Party): boolean {
  if (party.kind === 'bureau' || body.told !== null) return true
  if (body.kind === 'noted') {
    const readers = [body.from, ...body.mentions]
    return readers.some((unit) => unit !== null && unit.id === party.unit)
  }
  const isLead = leadOf(referrals)?.unit.id === party.unit
  if ('unit' in body && body.unit !== null) return isLead || body.unit.id === party.unit
  if (body.kind === 'follow-up-assigned' && body.owner.kind === 'unit') {
    return isLead || body.owner.unit.id === party.unit
  }
  return isLead && shownToLead.includes(body.kind)
}

const ofOfficial: EventBody['kind'][] = ['taken-on', 'official-met', 'taken-on-ended']

/** Whether a leading official who has a case may read an event: what the petitioner is told, and what is their own. */
export function mayOfficialRead({ body }: CaseEvent, official: string): boolean {
  if (body.told !== null) return true
  return ofOfficial.includes(body.kind) && 'official' in body && body.official.id === official
}
