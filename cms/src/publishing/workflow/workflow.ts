import type { WorkflowState } from '../../contracts/publications/editions.ts'

/** What a member of staff may do with entries at all. */
export type Rights = { write: boolean; review: boolean; publish: boolean }
export type Actor = { id: number; rights: Rights }

/**
 * An entry's way through the office. `editors` are those who changed the draft since the last
 * edition; `live` is the number of the edition that citizens see. Instants are ISO 8601, UTC.
 */
export type Workflow = {
  state: WorkflowState
  live: number | null
  editors: number[]
  submittedBy: number | null
  publishAt: string | null
  /** When a draft that was changed after it was scheduled is published, if it is approved again by then. */
  resumeAt: string | null
  withdrawAt: string | null
  withdrawReason: string | null
  withdrawNote: string | null
  failure: string | null
}

/** A step as staff ask for it. `reason` stays in the office, `note` is shown to the public. */
export type WorkflowStep =
  | { kind: 'submit' | 'approve' | 'publish' | 'unschedule' | 'keep' | 'discard' }
  | { kind: 'ask'; reason: string }
  | { kind: 'return'; reason: string }
  | { kind: 'override'; reason: string }
  | { kind: 'schedule'; at: string }
  | { kind: 'withdraw'; reason: string; note: string }
  | { kind: 'expire'; at: string; reason: string; note: string }
  | { kind: 'restore'; edition: number }

/** An entry that nobody has touched yet. */
export const untouched: Workflow = {
  state: 'draft',
  live: null,
  editors: [],
  submittedBy: null,
  publishAt: null,
  resumeAt: null,
  withdrawAt: null,
  withdrawReason: null,
  withdrawNote: null,
  failure: null,
}
