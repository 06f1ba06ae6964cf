import type { Status } from '@portal/content/schema/petition/status'
import { nothingPending, readPending } from '../later-messages/pending.ts'
import type { Pending, Uncollected } from '../later-messages/pending.ts'
import { StatusDamaged, openStatus } from './open-status.ts'
import type { Mailbox, Receipt } from '../ports.ts'
import { Unavailable } from '../failures.ts'
import type { Credentials, HeldStatus, Refusal, Verify } from '../access/verify.ts'

export type Tracking =
  | {
      kind: 'found'
      number: string
      receivedAt: Date
      /** `null`: received, and the office has not collected it yet. */
      status: Status | null
      /** What was sent since and the office has not confirmed yet. */
      pending: Pending
    }
  /** The sealed status does not open; the petition itself is not affected. */
  | { kind: 'damaged'; number: string; receivedAt: Date }
  | Refusal

export type Track = (typed: Credentials) => Promise<Tracking>

/** Where a verified petition stands. */
export type ReadStatus = (receipt: Receipt, held: HeldStatus | null) => Promise<Tracking>

/** Tells the holder of number and code where the petition stands (art. 21). */
export function createTrack(parts: { verify: Verify; readStatus: ReadStatus }): Track {
  return async (typed) => {
    const verification = await parts.verify(typed)
    if (verification.kind !== 'verified') return verification
    return parts.readStatus(verification.receipt, verification.held)
  }
}

/** Opens what the office brought, and looks up what was sent since. */
export function createReadStanding(parts: { mailbox: Mailbox; waiting: Uncollected }): ReadStatus {
  return async (receipt, held) => {
    const { number, createdAt: receivedAt } = receipt
    const found = { kind: 'found', number, receivedAt } as const
    if (!held) return { ...found, status: null, pending: nothingPending }
    const { sealed, identity } = held
    if (!identity) return { kind: 'damaged', number, receivedAt }
    try {
      const status = await openStatus(sealed, identity, number)
      return { ...found, status, pending: await readPending(parts, receipt, identity, status) }
    } catch (error) {
      if (error instanceof StatusDamaged) return { kind: 'damaged', number, receivedAt }
      if (error instanceof Unavailable) return { kind: 'unavailable', retryAfter: error.retryAfter }
      throw error
    }
  }
}
