import type { Category } from '@portal/content/schema/petition/category'
import type { CaseState } from '@portal/content/schema/petition/state'
import type { Workdays } from '@portal/content/schema/entries/workdays'
import type { ClockName } from '../rules/clocks/clock.ts'
import { runningClocks } from '../rules/clocks/running-clocks.ts'
import type { CaseStep, StepEvent } from '../../contracts/cases/desk-state.ts'

/** Where a case stands: enough to see whether it moved. */
export type StepSnapshot = { state: string; unit: string | null; steps: CaseStep[] }

/** What petitioners are told of although the case stays where it is, or begins anew. */
const news: StepEvent[] = ['extended', 'appeal-refused', 'asked', 'corrected', 'reopened']

const clockOf: Partial<Record<CaseState, ClockName>> = {
  received: 'register',
  referred: 'inform',
  accepted: 'handle',
  replied: 'review',
  reviewing: 'review-opinion',
  reviewed: 're-review',
  're-reviewing': 're-review-opinion',
}

/**
 * Which step a change has brought that the petitioner is to be told of: its place among the steps,
 * or null. A new step that moves neither state nor unit, such as the petitioner's own evaluation,
 * is no news, unless it lengthens a period or answers an appeal.
 * @param before null where the change made the case
 */
export function newStep(before: StepSnapshot | null, after: StepSnapshot): number | null {
  const last = after.steps.length - 1
  if (last < 0 || after.steps.length <= (before?.steps.length ?? 0)) return null
  const event = after.steps[last]?.event
  if (event) return news.includes(event) ? last : null
  const moved = !before || before.state !== after.state || before.unit !== after.unit
  return moved ? last : null
}

/**
 * The last day of the clock that a step sets running, as the tracking page counts it at that step.
 * Null where the step sets none running (arts. 22, 23, 34–36).
 */
export function lastDayOf(
  steps: CaseStep[],
  index: number,
  category: Category,
  table: Workdays,
): string | null {
  const until = steps.slice(0, index + 1)
  const [first] = until
  const step = until.at(-1)
  if (!first || !step || step.event === 'appeal-refused') return null
  const running = runningClocks({ category, receivedAt: first.at, steps: until }, table)
  return running.find(({ clock }) => clock === clockOf[step.state])?.lastDay ?? null
}
