import type { Status } from '@portal/content/schema/status'
import type { Mailbox, Receipt } from './ports.ts'
import { StatusDamaged, openStatus } from './open-status.ts'
import type { Keyring } from './keyring.ts'
import { Unavailable } from './unavailable.ts'
import type { Credentials, Refusal, Verify } from './verify.ts'

export type Tracking =
  | {
      kind: 'found'
      number: string
      receivedAt: Date
      /** `null`: received, and the office has not collected it yet. */
      status: Status | null
      /** An evaluation of the present reply was sent and the office has not confirmed it yet. */
      evaluationPending: boolean
    }
  /** The sealed status does not open; the petition itself is not affected. */
  | { kind: 'damaged'; number: string; receivedAt: Date }
  | Refusal

export type Track = (typed: Credentials) => Promise<Tracking>

/** Tells the holder of number and code where the petition stands (art. 21). */
export function createTrack(parts: { mailbox: Mailbox; verify: Verify }): Track {
  return async (typed) => {
    const verification = await parts.verify(typed)
    if (verification.kind !== 'verified') return verification
    return readStanding(parts.mailbox, verification.receipt, verification.keyring)
  }
}

/** Where a verified petition stands. */
export async function readStanding(
  mailbox: Mailbox,
  receipt: Receipt,
  keyring: Keyring,
): Promise<Tracking> {
  const { number, createdAt: receivedAt } = receipt
  try {
    const sealed = await mailbox.status(number)
    if (!sealed)
      return { kind: 'found', number, receivedAt, status: null, evaluationPending: false }
    const status = await openStatus(sealed.sealed, keyring.identity, number)
    const evaluationPending =
      status.mayEvaluate && (await mailbox.hasMessage(keyring.evaluationId(evaluatedReply(status))))
    return { kind: 'found', number, receivedAt, status, evaluationPending }
  } catch (error) {
    if (error instanceof StatusDamaged) return { kind: 'damaged', number, receivedAt }
    if (error instanceof Unavailable) return { kind: 'unavailable', retryAfter: error.retryAfter }
    throw error
  }
}

/** Names the reply that an evaluation speaks of: a later reply may be evaluated anew. */
export function evaluatedReply(status: Status): string {
  return status.reply?.deliveredOn ?? 'none'
}
