import type { CaseState } from '@portal/content/schema/state'
import type { Workdays } from '@portal/content/schema/workdays'
import { dayOf } from '../cases/calendar.ts'
import { deadline, type ClockName } from '../cases/clock.ts'
import type { Step } from '../cases/transition.ts'

/** Where a case stands: enough to see whether it moved. */
export type Standing = { state: string; unit: string | null; steps: Step[] }

const clockOf: Partial<Record<CaseState, ClockName>> = {
  received: 'register',
  referred: 'inform',
  accepted: 'handle',
  replied: 'review',
}

/**
 * Which step a change has brought that the petitioner is to be told of: its place among the steps,
 * or null. A new step that moves neither state nor unit, such as the petitioner's own evaluation,
 * is no news.
 * @param before null where the change made the case
 */
export function newStep(before: Standing | null, after: Standing): number | null {
  const last = after.steps.length - 1
  if (last < 0 || after.steps.length <= (before?.steps.length ?? 0)) return null
  const moved = !before || before.state !== after.state || before.unit !== after.unit
  return moved ? last : null
}

/**
 * The last day of the clock that a step sets running, as the tracking page counts it: from the
 * first step of its kind. Null where the step sets none running (arts. 22, 23, 34, 35).
 */
export function lastDayOf(steps: Step[], index: number, table: Workdays): string | null {
  const state = steps[index]?.state
  const clock = state && clockOf[state]
  const first = steps.find((step) => step.state === state)
  if (!clock || !first) return null
  return deadline(clock, dayOf(new Date(first.at)), table).lastDay
}
