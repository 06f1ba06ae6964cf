/** Something broke that nobody expected; it is in the log, without what was typed. */
export type Failed = { kind: 'failed' }

/** Asked for too often, by this address or by all together; `retryAfter` in seconds. */
export type Limited = { kind: 'limited'; retryAfter: number }

/** Why something cannot be done right now although nothing is wrong with the request. */
type UnavailableReason = 'busy' | 'locked' | 'full' | 'unreachable'

/** The mailbox or the machine cannot take this now; the same request may succeed later. */
export class Unavailable extends Error {
  override name = 'Unavailable'
  readonly reason: UnavailableReason
  /** Seconds after which another try makes sense. */
  readonly retryAfter: number
  constructor(reason: UnavailableReason, retryAfter: number, cause?: unknown) {
    super(`mailbox unavailable: ${reason}`, { cause })
    this.reason = reason
    this.retryAfter = retryAfter
  }
}
