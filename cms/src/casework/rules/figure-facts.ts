import { shanghaiDay, type Day } from '@portal/content/calendar/day'
import type { Category } from '@portal/content/schema/petition/category'
import type { Satisfaction } from '@portal/content/schema/petition/evaluation'
import type { CaseState } from '@portal/content/schema/petition/state'
import type { Workdays } from '@portal/content/schema/entries/workdays'
import type { Channel } from '../../contracts/figures/figures.ts'
import { movesOf } from './case/case-steps.ts'
import { clocks, type ClockName } from './clocks/clock.ts'
import { runningClocks, type Course } from './clocks/running-clocks.ts'

/** Something that happened to a case: the kind of its event, or of the letter that was sent; a day of the office. */
export type Happened = { kind: string; on: Day }

/** What figures need of a case: nothing that says who filed it, or what was written. Days are the office's. */
export type FigureFacts = {
  number: string
  receivedOn: Day
  category: Category
  topic: string
  region: string
  channel: Channel
  state: CaseState
  /** The unit in the lead, by its name; null where none has it. */
  lead: string | null
  /** The units that it accuses, by their names. */
  accused: string[]
  happened: Happened[]
  /** By when a unit was to tell whether it takes the case up, and when it did; without those that the lead's decision ended. */
  informs: { lastDay: Day; doneOn: Day | null }[]
  /** Each time that it was closed, and whether the periods of handling and appeals were kept. */
  closings: { on: Day; inTime: boolean }[]
  /** When the petitioner was first given a result, and so asked to evaluate it. */
  answeredOn: Day | null
  satisfaction: Satisfaction | null
  /** The earlier case of which a clerk has said that this is the same matter. */
  repeatOf: string | null
}

/** A case as it stands, for its facts. */
export type FigureCase = Course & {
  number: string
  topic: string
  region: string
  state: CaseState
  unit: string | null
  evaluation: { satisfaction: Satisfaction } | null
}

/** What of its events the case itself does not show. Moments are ISO 8601. */
export type FigureEvents = {
  heads: readonly { kind: string; at: string }[]
  channel: Channel
  accused: string[]
  repeatOf: string | null
}

const dayOf = (at: string | Date) => shanghaiDay(new Date(at))

/** The periods that must be kept for a case to be closed in time. */
const toClose: ClockName[] = ['handle', 'review-opinion', 're-review-opinion']

/** The events that a step of before there were events stands for. */
const formerKinds: Partial<Record<CaseState, string>> = {
  registered: 'registered',
  referred: 'referred',
  accepted: 'accepted',
  declined: 'declined',
  replied: 'replied',
  reviewing: 'appealed',
  're-reviewing': 'appealed',
  reviewed: 'reviewed',
  're-reviewed': 'reviewed',
  closed: 'closed',
}

function formerHappened({ steps }: FigureCase, takenOverAt: string): Happened[] {
  return movesOf(steps)
    .filter(({ at }) => at <= takenOverAt)
    .flatMap(({ at, state, event }) => {
      const kind = event === 'reopened' ? 'reopened' : formerKinds[state]
      return kind ? [{ kind, on: dayOf(at) }] : []
    })
}

/** The case as it stood each time before it was taken up anew, and as it stands. */
function chapters(one: FigureCase): Course[] {
  const { steps } = one
  const ends = steps.flatMap(({ event }, index) =>
    event === 'reopened' && index > 0 ? [index] : [],
  )
  return [
    ...ends.map((end) => ({
      ...one,
      steps: steps.slice(0, end),
      referrals: [],
      dissatisfaction: null,
    })),
    one,
  ]
}

function closingsOf(chapter: Course, table: Workdays): FigureFacts['closings'] {
  const index = chapter.steps.findLastIndex(({ state, event }) => state === 'closed' && !event)
  const step = chapter.steps[index]
  if (!step) return []
  const course = { ...chapter, steps: chapter.steps.slice(0, index + 1) }
  const inTime = runningClocks(course, table)
    .filter(({ clock }) => toClose.includes(clock))
    .every(({ doneOn, lastDay }) => doneOn !== null && doneOn <= lastDay)
  return [{ on: dayOf(step.at), inTime }]
}

/** What figures need of a case, from what its events have made of it and the days of the events. */
export function figureFacts(
  one: FigureCase,
  { heads, channel, accused, repeatOf }: FigureEvents,
  table: Workdays,
): FigureFacts {
  const { number, receivedAt, category, topic, region, state, unit, evaluation } = one
  const takenOver = heads.find(({ kind }) => kind === 'case-taken-over')
  const results = one.steps.filter(
    ({ state: now, event }) =>
      !event && (now === 'replied' || now === 'declined' || now === 'closed'),
  )
  const parts = chapters(one)
  return {
    ...{ number, category, topic, region, channel, state, lead: unit, accused, repeatOf },
    receivedOn: dayOf(receivedAt),
    happened: [
      ...(takenOver ? formerHappened(one, takenOver.at) : []),
      ...heads.map(({ kind, at }) => ({ kind, on: dayOf(at) })),
    ],
    informs: parts.flatMap((chapter) =>
      runningClocks(chapter, table)
        .filter(({ clock, lapsed }) => clocks[clock] === clocks.inform && !lapsed)
        .map(({ lastDay, doneOn }) => ({ lastDay, doneOn })),
    ),
    closings: parts.flatMap((chapter) => closingsOf(chapter, table)),
    answeredOn: results[0] ? dayOf(results[0].at) : null,
    satisfaction: evaluation?.satisfaction ?? null,
  }
}
