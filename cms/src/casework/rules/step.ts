import type { Step, StepEvent } from '../../contracts/case-desk.ts'

/** The steps that moved the case on. */
export function movesOf(steps: Step[]): Step[] {
  return steps.filter(({ event }) => event === undefined)
}

/** How many days the steps of an event after `since` have added. */
export function daysAdded(steps: Step[], event: StepEvent, since: Step): number {
  return steps
    .slice(steps.indexOf(since) + 1)
    .filter((step) => step.event === event)
    .reduce((sum, { days = 0 }) => sum + days, 0)
}
