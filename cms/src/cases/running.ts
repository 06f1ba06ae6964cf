import type { Category } from '@portal/content/schema/category'
import type { CaseState } from '@portal/content/schema/state'
import type { Workdays } from '@portal/content/schema/workdays'
import { shanghaiDay } from '@portal/content/calendar/day'
import { clocks, deadline, type ClockName, type Deadline } from './clock.ts'
import { daysAdded, movesOf, type Step } from './step.ts'

/** What of a case its clocks hang on. */
export type Course = { category: Category; receivedAt: string; steps: Step[] }

/** A clock of a case; `doneOn` is the day on which what it asks for was done. */
export type RunningClock = Deadline & {
  clock: ClockName
  startedOn: string
  doneOn: string | null
}

/** The moves since the case was last with the bureau: an objection or a recall begins anew. */
function presentRound(moves: Step[]): Step[] {
  return moves.slice(moves.findLastIndex(({ state }) => state === 'registered') + 1)
}

/**
 * Every clock that a case has set running so far, in the order of the procedure. A unit's clock runs
 * from the day on which this unit received the case; handling within 60 days is promised to claims
 * only (arts. 31(6), 34).
 */
export function runningClocks(course: Course, table: Workdays): RunningClock[] {
  const { steps, category } = course
  const moves = movesOf(steps)
  const round = presentRound(moves)
  const day = ({ at }: { at: string }) => shanghaiDay(new Date(at))
  const last = (from: Step[], state: CaseState) => from.findLast((step) => step.state === state)
  const after = (start: Step, ...states: CaseState[]) =>
    moves
      .slice(moves.indexOf(start) + 1)
      .find(({ state }) => states.length === 0 || states.includes(state))

  const clock = (name: ClockName, startedOn: string, done: Step | undefined, extra = 0) => [
    {
      clock: name,
      startedOn,
      ...deadline(name, startedOn, table, extra),
      doneOn: done ? day(done) : null,
    },
  ]
  const from = (name: ClockName, start: Step | undefined, ends: CaseState[] = [], extra = 0) =>
    start ? clock(name, day(start), after(start, ...ends), extra) : []

  const routed = moves.find(({ state }) => state !== 'received' && state !== 'registered')
  const referred = last(round, 'referred')
  const accepted = category === 'claim' ? last(round, 'accepted') : undefined
  const hearing = last(moves, 're-reviewing')
  return [
    ...clock('register', day({ at: course.receivedAt }), routed),
    ...from('inform', referred),
    ...from('object', referred),
    ...from('handle', accepted, [], accepted ? daysAdded(steps, 'extended', accepted) : 0),
    ...from('review', last(moves, 'replied'), ['reviewing']),
    ...from('review-opinion', last(moves, 'reviewing'), ['reviewed']),
    ...from('re-review', last(moves, 'reviewed'), ['re-reviewing']),
    ...from('re-review-opinion', hearing, [], hearing ? daysAdded(steps, 'heard', hearing) : 0),
  ]
}

/** The words and the article of a running clock. */
export function describe({ clock }: RunningClock): (typeof clocks)[ClockName] {
  return clocks[clock]
}
