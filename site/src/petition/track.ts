import type { Status } from '@portal/content/schema/status'
import { evaluationId } from './evaluation-id.ts'
import { StatusDamaged, openStatus } from './open-status.ts'
import type { Mailbox, Receipt } from './ports.ts'
import { Unavailable } from './unavailable.ts'
import type { Credentials, HeldStatus, Refusal, Verify } from './verify.ts'

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
    return readStanding(parts.mailbox, verification.receipt, verification.held)
  }
}

/** Where a verified petition stands. */
export async function readStanding(
  mailbox: Mailbox,
  receipt: Receipt,
  held: HeldStatus | null,
): Promise<Tracking> {
  const { number, createdAt: receivedAt } = receipt
  if (!held) return { kind: 'found', number, receivedAt, status: null, evaluationPending: false }
  const { sealed, identity } = held
  if (!identity) return { kind: 'damaged', number, receivedAt }
  try {
    const status = await openStatus(sealed, identity, number)
    const evaluationPending =
      status.mayEvaluate && (await mailbox.hasMessage(evaluationId(identity, status)))
    return { kind: 'found', number, receivedAt, status, evaluationPending }
  } catch (error) {
    if (error instanceof StatusDamaged) return { kind: 'damaged', number, receivedAt }
    if (error instanceof Unavailable) return { kind: 'unavailable', retryAfter: error.retryAfter }
    throw error
  }
}
