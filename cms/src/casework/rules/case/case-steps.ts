import type { CaseStep, StepEvent } from '../../../contracts/cases/desk-state.ts'

/** The steps that moved the case on. */
export function movesOf(steps: CaseStep[]): CaseStep[] {
  return steps.filter(({ event }) => event === undefined || event === 'reopened')
}

/** The steps since the case was last taken up anew; all of them where it never was. */
export function sinceReopening(steps: CaseStep[]): CaseStep[] {
  return steps.slice(
    Math.max(
      0,
      steps.findLastIndex(({ event }) => event === 'reopened'),
    ),
  )
}

/** How many days the steps of an event after `since` have added. */
export function daysAdded(steps: CaseStep[], event: StepEvent, since: CaseStep): number {
  return steps
    .slice(steps.indexOf(since) + 1)
    .filter((step) => step.event === event)
    .reduce((sum, { days = 0 }) => sum + days, 0)
}
