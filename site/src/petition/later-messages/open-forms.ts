import type { Status } from '@portal/content/schema/petition/status'
import type { LaterMessageKind } from './forms.ts'
import type { Pending } from './pending.ts'

/** What the petitioner may do now. */
export type OpenForms = {
  evaluation: boolean
  supplement: boolean
  withdrawal: boolean
  appeal: Status['may']['appeal']
}

/**
 * What is open on the day `today` (Asia/Shanghai). What was sent is not offered again, and after a
 * withdrawal nothing is. A right to appeal ends with its last day even where the office has
 * not brought a newer status.
 */
export function offers(status: Status | null, pending: Pending, today: string): OpenForms {
  if (!status || pending.withdrawal) {
    return { evaluation: false, supplement: false, withdrawal: false, appeal: null }
  }
  const { evaluate, supplement, withdraw, appeal } = status.may
  return {
    evaluation: evaluate && !pending.evaluation,
    supplement,
    withdrawal: withdraw,
    appeal: appeal && !pending.appeal && today <= appeal.lastDay ? appeal : null,
  }
}

/** Whether `kind` is pending, so that sending it again changes nothing. */
export function isPending(pending: Pending, kind: LaterMessageKind): boolean {
  return kind !== 'supplement' && pending[kind]
}
