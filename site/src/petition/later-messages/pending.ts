import type { Status } from '@portal/content/schema/petition/status'
import type { Mailbox, Receipt } from '../ports.ts'
import { onceId } from './message-id.ts'
import type { OnceKind } from './message-id.ts'

/** Reads which messages of a petition the office has not collected yet. Throws `Unavailable`. */
export type Uncollected = (number: string) => Promise<{ id: string; receivedAt: Date }[]>

/** What was sent and is not yet to be seen in the status. */
export type Pending = {
  evaluation: boolean
  withdrawal: boolean
  appeal: boolean
  /** How many supplements. */
  supplements: number
}

export const nothingPending: Pending = {
  evaluation: false,
  withdrawal: false,
  appeal: false,
  supplements: 0,
}

/** Looks up what the holder of `identity` has sent beyond what `status` shows. */
export async function readPending(
  { mailbox, waiting }: { mailbox: Mailbox; waiting: Uncollected },
  { number, createdAt }: Receipt,
  identity: string,
  status: Status,
): Promise<Pending> {
  const { may } = status
  const idOf = (kind: OnceKind) => onceId(identity, kind, status)
  const [evaluation, withdrawal, appeal] = [
    may.evaluate && (await mailbox.hasMessage(idOf('evaluation'))),
    may.withdraw && (await mailbox.hasMessage(idOf('withdrawal'))),
    may.appeal !== null && (await mailbox.hasMessage(idOf('appeal'))),
  ]
  const others = [idOf('evaluation'), idOf('withdrawal'), idOf('appeal')]
  const supplements = (await waiting(number)).filter(
    // The petition itself may still wait: the office acknowledges in its own time.
    ({ id, receivedAt }) => receivedAt > createdAt && !others.includes(id),
  )
  return { evaluation, withdrawal, appeal, supplements: supplements.length }
}

/** A status with the right to appeal used, where the appeal was sent and only waits to be confirmed. */
export function withPending(status: Status | null, pending: Pending): Status | null {
  if (!status || !pending.appeal) return status
  const used = status.clocks.map((clock) =>
    clock.whose === 'petitioner' ? { ...clock, done: true } : clock,
  )
  return { ...status, clocks: used }
}
