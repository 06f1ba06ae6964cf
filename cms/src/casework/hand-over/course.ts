import type { CaseState } from '@portal/content/schema/petition/state'
import type { CaseStep } from '../../contracts/cases/desk-state.ts'
import { movesOf } from '../rules/case/case-steps.ts'
import type { CaseColumn } from '../../contracts/cases/case-columns.ts'

/** A stage that a case has come through, and when; `at` is an instant. */
export type Stage = { state: CaseState; at: string }

/** How far along a state is: a case that comes to one leaves behind all that are as far or farther. */
const ranks: Record<CaseState, number> = {
  received: 0,
  registered: 1,
  referred: 2,
  accepted: 3,
  declined: 4,
  replied: 4,
  reviewing: 5,
  reviewed: 6,
  're-reviewing': 7,
  're-reviewed': 8,
  withdrawn: 9,
  closed: 9,
}

export const rankOf = (state: CaseState) => ranks[state]

/** In which column it stands when a case came to a state. */
export const momentOf: Record<CaseState, CaseColumn> = {
  received: 'receivedAt',
  registered: 'registeredAt',
  referred: 'referredAt',
  accepted: 'acceptedAt',
  declined: 'declinedAt',
  replied: 'repliedAt',
  reviewing: 'reviewAskedAt',
  reviewed: 'reviewedAt',
  're-reviewing': 'reReviewAskedAt',
  're-reviewed': 'reReviewedAt',
  withdrawn: 'withdrawnAt',
  closed: 'closedAt',
}

/** The states in the order of the procedure. */
export const procedure = Object.keys(ranks) as CaseState[]

/** The stages that brought a case where it stands; what was undone on the way, by an objection say, is not among them. */
export function courseOf(steps: CaseStep[]): Stage[] {
  return movesOf(steps).reduce<Stage[]>((course, { state, at }) => {
    const before = course.filter((stage) => ranks[stage.state] < ranks[state])
    // A repeated state, such as the one of what was written meanwhile, keeps its first moment.
    const same = course.find((stage) => stage.state === state)
    return [...before, same && ranks[state] === ranks[course.at(-1)!.state] ? same : { state, at }]
  }, [])
}
