import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { unwrapIdentity } from '@portal/content/schema/access'
import { earlyVerifier, newEarly } from './early.ts'
import type { OpenKeyring } from './keyring.ts'
import type { Mailbox, Receipt } from './ports.ts'
import { parseQueryCode } from './query-code.ts'
import { parseReceiptNumber } from './receipt-number.ts'
import { compact } from './text.ts'
import { Unavailable } from './unavailable.ts'

/** What a petitioner shows to be let in: receipt number and query code, as typed. */
export type Credentials = {
  number: string
  code: string
  /** Where the request came from, for the limits. Whoever shows none shares one limit. */
  address?: string
}

/** Counts tries from an address at a number, known or not. */
export type Guesses = {
  allow(
    kind: 'tracking',
    asking: { address: string; receipt: string },
  ): Promise<{ ok: true; giveBack(): Promise<void> } | { ok: false; retryAfter: number }>
  /** After a right code: what was tried at the number before does not count. */
  forgive(kind: 'tracking', receipt: string): Promise<void>
}

export type Refusal =
  | { kind: 'not-found' }
  | { kind: 'limited'; retryAfter: number }
  | { kind: 'unavailable'; retryAfter: number }

/** What the office brought, and the identity that opens it; `null` where that is damaged. */
export type HeldStatus = { sealed: Uint8Array; identity: string | null }

export type Verification =
  /** `held` is `null` until the office has brought a status. */
  { kind: 'verified'; receipt: Receipt; held: HeldStatus | null } | Refusal

export type Verify = (typed: Credentials) => Promise<Verification>

/**
 * Checks number and code, against what the office brought or, before that, the early verifier. A
 * number that does not exist, a code that is wrong and a text that can be neither cost the same work
 * and get the same answer, so nobody learns which numbers exist or were collected.
 */
export function createVerify(parts: {
  mailbox: Mailbox
  openKeyring: OpenKeyring
  pepper: KeyObject
  guesses: Guesses
}): Verify {
  const { mailbox, openKeyring, pepper, guesses } = parts
  const nobody = { salt: randomBytes(16), verifier: randomBytes(32) }
  const nobodyEarly = newEarly(pepper, '', randomBytes(16).toString('hex'))

  return async (typed) => {
    const number = parseReceiptNumber(typed.number) ?? compact(typed.number).slice(0, 40)
    const code = parseQueryCode(typed.code) ?? 'malformed'
    const allowed = await guesses.allow('tracking', {
      address: typed.address ?? '',
      receipt: number,
    })
    if (!allowed.ok) return { kind: 'limited', retryAfter: allowed.retryAfter }
    try {
      const receipt = await mailbox.receipt(number)
      const status = await mailbox.status(number)
      const access = status?.access ?? nobody
      const early = receipt?.early ?? nobodyEarly
      const keys = await openKeyring(code, access.salt)
      const right = timingSafeEqual(keys.verifier, access.verifier)
      const rightEarly = timingSafeEqual(
        earlyVerifier(pepper, number, code, early.salt),
        early.verifier,
      )
      if (!receipt || !(status ? right : rightEarly)) return { kind: 'not-found' }
      await allowed.giveBack()
      await guesses.forgive('tracking', number)
      const held = status && {
        sealed: status.sealed,
        identity: unwrapIdentity(number, status.access.wrappedIdentity, keys.wrappingKey),
      }
      return { kind: 'verified', receipt, held }
    } catch (error) {
      if (error instanceof Unavailable) return { kind: 'unavailable', retryAfter: error.retryAfter }
      throw error
    }
  }
}
