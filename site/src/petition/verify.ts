import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Attempts } from './attempts.ts'
import type { Keyring, OpenKeyring } from './keyring.ts'
import type { Mailbox, Receipt } from './ports.ts'
import { parseQueryCode } from './query-code.ts'
import { parseReceiptNumber } from './receipt-number.ts'
import { compact } from './text.ts'
import { Unavailable } from './unavailable.ts'

/** What a petitioner shows to be let in: receipt number and query code, as typed. */
export type Credentials = { number: string; code: string }

export type Refusal =
  | { kind: 'not-found' }
  | { kind: 'limited'; retryAfter: number }
  | { kind: 'unavailable'; retryAfter: number }

export type Verification = { kind: 'verified'; receipt: Receipt; keyring: Keyring } | Refusal

export type Verify = (typed: Credentials) => Promise<Verification>

/**
 * Checks number and code. A number that does not exist, a code that is wrong and a text that can be
 * neither cost the same work and get the same answer, so nobody learns which numbers exist.
 */
export function createVerify(parts: {
  mailbox: Mailbox
  openKeyring: OpenKeyring
  attempts: Attempts
}): Verify {
  const { mailbox, openKeyring, attempts } = parts
  const nobody = { salt: randomBytes(16), verifier: randomBytes(32) }

  return async (typed) => {
    const number = parseReceiptNumber(typed.number) ?? compact(typed.number).slice(0, 40)
    const code = parseQueryCode(typed.code) ?? 'malformed'
    const allowed = attempts.allow(number)
    if (!allowed.ok) return { kind: 'limited', retryAfter: allowed.retryAfter }
    try {
      const receipt = await mailbox.receipt(number)
      const keyring = await openKeyring(code, (receipt ?? nobody).salt)
      const right = timingSafeEqual(keyring.verifier, (receipt ?? nobody).verifier)
      if (!right || !receipt) return { kind: 'not-found' }
      attempts.forget(number)
      return { kind: 'verified', receipt, keyring }
    } catch (error) {
      if (error instanceof Unavailable) return { kind: 'unavailable', retryAfter: error.retryAfter }
      throw error
    }
  }
}
