import type { Category } from '@portal/content/schema/petition/category'
import type { CaseState } from '@portal/content/schema/petition/state'
import type { Workdays } from '@portal/content/schema/entries/workdays'
import { shanghaiDay } from '@portal/content/calendar/day'
import { clocks, deadline, type ClockName, type Deadline } from './clock.ts'
import { presentReferrals, type Referral } from '../case/referral.ts'
import { daysAdded, movesOf, sinceReopening } from '../case/case-steps.ts'
import type { Dissatisfaction, CaseStep } from '../../../contracts/cases/desk-state.ts'
import type { Supervision } from '../../../contracts/cases/deadlines.ts'
import type { UnitRef } from '../../events/event-fields.ts'

/** What of a case its clocks hang on. */
export type Course = {
  category: Category
  receivedAt: string
  steps: CaseStep[]
  referrals?: Referral[]
  dissatisfaction?: Dissatisfaction | null
  supervisions?: Supervision[]
}

/** A clock of a case; `doneOn` is the day on which what it asks for was done. */
export type RunningClock = Deadline & {
  clock: ClockName
  startedOn: string
  doneOn: string | null
  /** What it asks for was not done: the decision of the unit in the lead ended it, on `doneOn`. */
  lapsed?: true
  /** The unit that it runs for, where that is not the one in the lead. */
  unit?: UnitRef
}

const dayOf = (at: string) => shanghaiDay(new Date(at))
/** A message may have lain in the mailbox since before the step that it ends: nothing is done before it began. */
const latest = (a: string, b: string) => (a > b ? a : b)

/** The clocks of a unit that has the case beside the one in the lead, from the day on which it received it. */
function assistingClocks(
  { unit, at, answeredAt }: Referral,
  table: Workdays,
  decidedOn: string | null,
): RunningClock[] {
  if (at === null) return []
  const startedOn = dayOf(at)
  const answeredOn = answeredAt === null ? decidedOn : dayOf(answeredAt)
  const doneOn = answeredOn && latest(startedOn, answeredOn)
  return (['inform', 'object'] as const).map((clock) => ({
    clock,
    startedOn,
    ...deadline(clock, startedOn, table),
    doneOn,
    ...(answeredAt === null && doneOn !== null ? { lapsed: true as const } : {}),
    unit,
  }))
}

/** The day by which the bureau asked a unit to report (art. 22(3)). */
function reportClock(one: Referral, decidedOn: string | null): RunningClock[] {
  const { unit, lead, at, dueOn, advice, answeredAt } = one
  if (at === null || dueOn === null) return []
  const startedOn = dayOf(at)
  const advisedOn = advice === null || answeredAt === null ? null : dayOf(answeredAt)
  const endedOn = lead ? decidedOn : (advisedOn ?? decidedOn)
  return [
    {
      clock: 'report',
      startedOn,
      lastDay: dueOn,
      certain: true,
      doneOn: endedOn && latest(startedOn, endedOn),
      ...(lead ? {} : { unit }),
    },
  ]
}

/** The day by which a unit is to answer a letter of the bureau's; it ends with the work of the unit. */
function superviseClock(
  { unit, at, dueOn, answeredAt }: Supervision,
  units: readonly Referral[],
  decidedOn: string | null,
): RunningClock[] {
  const holder = units.find((one) => one.unit.id === unit.id)
  // A letter to a unit that lost the case is void, also where it gets the case again.
  if (!holder || (holder.at !== null && holder.at > at)) return []
  const startedOn = dayOf(at)
  const answeredOn = answeredAt && dayOf(answeredAt)
  const endedOn = [answeredOn, decidedOn].filter((day) => day !== null).sort()[0] ?? null
  return [
    {
      clock: 'supervise',
      startedOn,
      lastDay: dueOn,
      certain: true,
      doneOn: endedOn && latest(startedOn, endedOn),
      ...(holder.lead ? {} : { unit: holder.unit }),
    },
  ]
}

/** The day by which somebody is to speak with a petitioner who is dissatisfied. */
function followUpClock(task: Dissatisfaction | null | undefined): RunningClock[] {
  if (!task) return []
  const { at, dueOn, owner, followedUpAt } = task
  const startedOn = dayOf(at)
  return [
    {
      clock: 'follow-up',
      startedOn,
      lastDay: dueOn,
      certain: true,
      doneOn: followedUpAt && latest(startedOn, dayOf(followedUpAt)),
      ...(owner?.kind === 'unit' ? { unit: owner.unit } : {}),
    },
  ]
}

/** The moves since the case was last with the bureau: an objection or a recall begins anew. */
function presentRound(moves: CaseStep[]): CaseStep[] {
  return moves.slice(moves.findLastIndex(({ state }) => state === 'registered') + 1)
}

/** What ends the work of the units. */
const decisions: CaseState[] = ['declined', 'replied', 'withdrawn', 'closed']

/**
 * Every clock that a case has set running so far, in the order of the procedure. A unit's clock runs
 * from the day on which this unit received the case; handling within 60 days is promised to claims
 * only (arts. 31(6), 34).
 */
export function runningClocks(course: Course, table: Workdays): RunningClock[] {
  const { steps, category, referrals = [], dissatisfaction, supervisions = [] } = course
  const present = sinceReopening(steps)
  const moves = movesOf(present)
  const round = presentRound(moves)
  const day = ({ at }: { at: string }) => dayOf(at)
  const last = (from: CaseStep[], state: CaseState) => from.findLast((step) => step.state === state)
  const after = (start: CaseStep, ...states: CaseState[]) =>
    moves
      .slice(moves.indexOf(start) + 1)
      .find(({ state }) => states.length === 0 || states.includes(state))

  const clock = (name: ClockName, startedOn: string, done: CaseStep | undefined, extra = 0) => [
    {
      clock: name,
      startedOn,
      ...deadline(name, startedOn, table, extra),
      doneOn: done ? latest(startedOn, day(done)) : null,
    },
  ]
  const from = (name: ClockName, start: CaseStep | undefined, ends: CaseState[] = [], extra = 0) =>
    start ? clock(name, day(start), after(start, ...ends), extra) : []

  const routed = movesOf(steps).find(({ state }) => state !== 'received' && state !== 'registered')
  const referred = last(round, 'referred')
  const accepted = category === 'claim' ? last(round, 'accepted') : undefined
  const hearing = last(moves, 're-reviewing')
  const decided = round.find(({ state }) => decisions.includes(state))
  const decidedOn = decided ? day(decided) : null
  const units = presentReferrals(referrals)
  const assisting = units.filter(({ lead }) => !lead)
  return [
    ...clock('register', day({ at: course.receivedAt }), routed),
    ...from('inform', referred),
    ...from('object', referred),
    ...assisting.flatMap((one) => assistingClocks(one, table, decidedOn)),
    ...units.flatMap((one) => reportClock(one, decidedOn)),
    ...supervisions.flatMap((one) => superviseClock(one, units, decidedOn)),
    ...from('handle', accepted, [], accepted ? daysAdded(present, 'extended', accepted) : 0),
    ...from('review', last(moves, 'replied'), ['reviewing']),
    ...from('review-opinion', last(moves, 'reviewing'), ['reviewed']),
    ...from('re-review', last(moves, 'reviewed'), ['re-reviewing']),
    ...from('re-review-opinion', hearing, [], hearing ? daysAdded(present, 'heard', hearing) : 0),
    ...followUpClock(dissatisfaction),
  ]
}

/** The words and the article of a running clock. */
export function describe({ clock }: RunningClock): (typeof clocks)[ClockName] {
  return clocks[clock]
}
