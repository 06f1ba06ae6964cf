import type { AppealLevel } from '@portal/content/schema/petition/appeal'
import type { CaseState } from '@portal/content/schema/petition/state'
import type { Workdays } from '@portal/content/schema/entries/workdays'
import type { Deadline } from '../clocks/clock.ts'
import { runningClocks, type Course } from '../clocks/running-clocks.ts'

/** A case as its petitioner's rights depend on it. */
export type Matter = Course & { state: CaseState; evaluated: boolean }

const over: CaseState[] = ['closed', 'withdrawn']
const beforeReply: CaseState[] = ['received', 'registered', 'referred', 'accepted']

/** Whether the petitioner may add to the case: while it is open. */
export function maySupplement({ state }: Pick<Matter, 'state'>): boolean {
  return !over.includes(state)
}

/** Whether the petitioner may withdraw: until somebody has decided. */
export function mayWithdraw({ state }: Pick<Matter, 'state'>): boolean {
  return beforeReply.includes(state)
}

/** Whether the petitioner is asked to evaluate (art. 21): once the matter was decided, and once only. */
export function mayEvaluate({ state, evaluated }: Pick<Matter, 'state' | 'evaluated'>): boolean {
  return !evaluated && !beforeReply.includes(state) && state !== 'declined' && state !== 'withdrawn'
}

/**
 * Which appeal is open, and until when (arts. 35, 36): the review of a reply, then the re-review of
 * the review's opinion, each once; closing the case takes no right away.
 */
export function openAppeal(
  matter: Matter,
  table: Workdays,
): (Deadline & { level: AppealLevel }) | null {
  const open: CaseState[] = ['replied', 'reviewed', 'closed']
  if (!open.includes(matter.state)) return null
  const rights = runningClocks(matter, table).filter(
    ({ clock }) => clock === 'review' || clock === 're-review',
  )
  const right = rights.at(-1)
  if (!right || right.doneOn !== null) return null
  const { clock, lastDay, certain } = right
  return { level: clock === 're-review' ? 're-review' : 'review', lastDay, certain }
}
