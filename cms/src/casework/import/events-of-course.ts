import { caseStates } from '@portal/content/schema/petition/state'
import { longDay } from '@portal/content/calendar/wording'
import { shanghaiDay } from '@portal/content/calendar/day'
import { declineGrounds, type DeclineGroundCode } from '../../contracts/cases/decline-grounds.ts'
import type { BodyOf, EventBody, NewEvent } from '../events/event.ts'
import type { UnitRef } from '../events/event-fields.ts'
import type { CaseCells } from '../../contracts/cases/case-columns.ts'
import type { Stage } from '../hand-over/course.ts'

/** The units of an imported case, as the desk has them. */
export type ImportedUnits = { lead: UnitRef | null; beside: UnitRef[] }

const system = { kind: 'system' } as const

/** The ground of a refusal by its name; undefined where there is none such. */
export function groundNamed(name: string): DeclineGroundCode | undefined {
  return (Object.keys(declineGrounds) as DeclineGroundCode[]).find(
    (code) => declineGrounds[code].name === name,
  )
}

function referredTo({ lead, beside }: ImportedUnits & { lead: UnitRef }): BodyOf<'referred'> {
  const part = (unit: UnitRef, isLead: boolean) => ({ unit, lead: isLead, note: '', dueOn: null })
  const besides = beside.map(({ name }) => name).join('、')
  return {
    kind: 'referred',
    told: `已转送${lead.name}处理${besides && `，${besides}会同办理`}。`,
    units: [part(lead, true), ...beside.map((unit) => part(unit, false))],
  }
}

function acceptedBy(unit: UnitRef, { extendedDays }: CaseCells): EventBody[] {
  const days = Number(extendedDays)
  const accepted: EventBody = { kind: 'accepted', told: `${unit.name}已受理。`, unit }
  if (days === 0) return [accepted]
  const told = `办理期限延长 ${days} 日。`
  const reason = '原系统已批准'
  return [accepted, { kind: 'extension-answered', told, granted: true, days, reason }]
}

function appealed(level: 'review' | 're-review'): EventBody {
  const told = level === 'review' ? '信访人申请复查。' : '信访人申请复核。'
  return { kind: 'appealed', told, level, grounds: '', attachments: [], started: true, names: [] }
}

function reviewedBy(level: 'review' | 're-review', body: string, text: string): EventBody {
  const name = level === 'review' ? '复查' : '复核'
  return { kind: 'reviewed', told: `${body}已作出${name}意见。`, level, body, text }
}

function bodiesOf({ state }: Stage, cells: CaseCells, units: ImportedUnits): EventBody[] {
  const { lead } = units
  switch (state) {
    case 'received':
      return []
    case 'registered':
      return [{ kind: 'registered', told: '信访部门已登记。' }]
    case 'referred':
      return lead ? [referredTo({ ...units, lead })] : []
    case 'accepted':
      return lead ? acceptedBy(lead, cells) : []
    case 'declined': {
      const ground = groundNamed(cells.declineGround) ?? 'not-competent'
      const { name, article, way } = declineGrounds[ground]
      const reason = cells.declineReason
      const why = reason && `理由：${reason}`
      const told = `${lead?.name ?? ''}不予受理：${name}（条例第 ${article} 条）。${way}${why}`
      return lead ? [{ kind: 'declined', told, unit: lead, ground, reason }] : []
    }
    case 'replied':
      return lead
        ? [{ kind: 'replied', told: `${lead.name}已作出书面答复。`, unit: lead, text: cells.reply }]
        : []
    case 'reviewing':
      return [appealed('review')]
    case 'reviewed':
      return [reviewedBy('review', cells.reviewBody, cells.review)]
    case 're-reviewing':
      return [appealed('re-review')]
    case 're-reviewed':
      return [reviewedBy('re-review', cells.reReviewBody, cells.reReview)]
    case 'withdrawn':
      return [
        { kind: 'withdrawal-asked', told: '信访人撤回。', reason: '', granted: true, names: [] },
      ]
    case 'closed':
      return [{ kind: 'closed', told: '已办结。' }]
  }
}

/** What happened to a case in the other system, as events at the days on which it did. */
export function eventsOfCourse(
  course: readonly Stage[],
  cells: CaseCells,
  units: ImportedUnits,
): NewEvent[] {
  return course.flatMap((stage) =>
    bodiesOf(stage, cells, units).map((body) => ({ at: stage.at, actor: system, body })),
  )
}

/** Stages in words, for those of an accusation that make nobody a unit of it. */
export function historyOfCourse(course: readonly Stage[], cells: CaseCells) {
  const after = { referred: cells.unit, replied: cells.reply, declined: cells.declineGround }
  return course.map(({ state, at }) => ({
    at,
    by: '',
    text: [
      `${caseStates[state]}（${longDay(shanghaiDay(new Date(at)))}）`,
      state in after ? after[state as keyof typeof after] : '',
    ]
      .filter(Boolean)
      .join('：'),
  }))
}
