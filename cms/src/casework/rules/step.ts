import type { CaseState } from '@portal/content/schema/state'

/**
 * What a step that leaves the case where it stands is about: a plain note, a longer handling period
 * (art. 34), a hearing whose time is not counted (art. 36), an appeal that could not be taken.
 */
export type StepEvent = 'note' | 'extended' | 'heard' | 'appeal-refused'

/** One step of a case: what happened, when, and who did it (a staff account, or the petitioner). */
export type Step = {
  at: string
  state: CaseState
  text: string
  by: string
  /** Absent where the step moved the case. */
  event?: StepEvent
  /** Days by which the running period became longer. */
  days?: number
}

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
