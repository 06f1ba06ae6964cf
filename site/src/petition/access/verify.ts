import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { unwrapIdentity } from '@portal/content/schema/mailbox/access'
import { preCollectionVerifier, createPreCollectionVerifier } from './pre-collection-verifier.ts'
import type { DeriveKeys } from './derive-keys.ts'
import { codeMark } from '@portal/content/schema/mailbox/code-mark'
import type { Mailbox, Receipt } from '../ports.ts'
import { parseQueryCode } from './query-code.ts'
import { parseReceiptNumber } from '../submit/receipt-number.ts'
import { compact } from '@portal/content/characters/typed-text'
import { Unavailable } from '../failures.ts'

/** What a petitioner shows to be let in: receipt number and query code, as typed. */
export type Credentials = {
  number: string
  code: string
  /** Where the request came from, for the limits. Whoever shows none shares one limit. */
  address?: string
}

type Allowance = { ok: true; giveBack(): Promise<void> } | { ok: false; retryAfter: number }

/** Counts tries from an address at a number, known or not. */
type Guesses = {
  /**
   * `trackingApart`: the few tries that an address has at a number whatever others try;
   * `trackingSlowly`: those that a number has whoever tries.
   */
  allow(
    kind: 'tracking' | 'trackingApart' | 'trackingSlowly',
    asking: { address: string; receipt: string },
  ): Promise<Allowance>
  /** After a right code: what was tried at the number before does not count. */
  forgive(kind: 'tracking', receipt: string): Promise<void>
}

export type Refusal =
  | { kind: 'not-found' }
  | { kind: 'limited'; retryAfter: number }
  | { kind: 'unavailable'; retryAfter: number }

/** What the office brought, and the identity that opens it; `null` where that is damaged. */
export type HeldStatus = { sealed: Uint8Array; identity: string | null }

type Verification =
  /** `held` is `null` until the office has brought a status. */
  { kind: 'verified'; receipt: Receipt; held: HeldStatus | null } | Refusal

export type Verify = (typed: Credentials) => Promise<Verification>

/**
 * Checks number and code, against what the office brought or, before that, the pre-collection verifier. A
 * number that does not exist, a code that is wrong and a text that can be neither cost the same work
 * and get the same answer, so nobody learns which numbers exist or were collected.
 *
 * Where a number, an address or everybody has been tried too often, a try is sent away unless its code has
 * the mark of the right one, its address has not tried the number yet, or the hash has time for it. So the holder comes in
 * however many guess, and of the slow hash a flood costs one in 256.
 */
export function createVerify(parts: {
  mailbox: Mailbox
  deriveKeys: DeriveKeys
  pepper: KeyObject
  guesses: Guesses
}): Verify {
  const { mailbox, deriveKeys, pepper, guesses } = parts
  const nobody = { salt: randomBytes(16), verifier: randomBytes(32) }
  const nobodyPreCollection = createPreCollectionVerifier(
    pepper,
    '',
    randomBytes(16).toString('hex'),
  )

  /** Whether a try may cost the slow hash; what it counts for is given back to whoever was right. */
  const takeTry = async (number: string, code: string, address: string) => {
    const allowed = await guesses.allow('tracking', { address, receipt: number })
    if (allowed.ok) return { ok: true, giveBack: allowed.giveBack, marked: false } as const
    const mark = (await mailbox.receipt(number))?.mark ?? codeMark(pepper, number, '')
    if (mark === codeMark(pepper, number, code)) {
      return {
        ok: true,
        giveBack: async () => {},
        marked: true,
        retryAfter: allowed.retryAfter,
      } as const
    }
    const apart = await guesses.allow('trackingApart', {
      address,
      receipt: `${address} ${number}`,
    })
    if (apart.ok) return { ...apart, marked: false } as const
    const slowly = await guesses.allow('trackingSlowly', { address, receipt: number })
    return slowly.ok ? ({ ...slowly, marked: false } as const) : allowed
  }

  const check = async (number: string, code: string): Promise<Verification> => {
    const receipt = await mailbox.receipt(number)
    const status = await mailbox.status(number)
    const access = status?.access ?? nobody
    const preCollection = receipt?.preCollection ?? nobodyPreCollection
    const keys = await deriveKeys(code, access.salt)
    const right = timingSafeEqual(keys.verifier, access.verifier)
    const rightBefore = timingSafeEqual(
      preCollectionVerifier(pepper, number, code, preCollection.salt),
      preCollection.verifier,
    )
    if (!receipt || !(status ? right : rightBefore)) return { kind: 'not-found' }
    const mark = codeMark(pepper, number, code)
    if (receipt.mark !== mark) await mailbox.putMark(number, mark)
    const held = status && {
      sealed: status.sealed,
      identity: unwrapIdentity(number, status.access.wrappedIdentity, keys.wrappingKey),
    }
    return { kind: 'verified', receipt, held }
  }

  return async (typed) => {
    const number = parseReceiptNumber(typed.number) ?? compact(typed.number).slice(0, 40)
    const code = parseQueryCode(typed.code) ?? 'malformed'
    try {
      const attempt = await takeTry(number, code, typed.address ?? '')
      if (!attempt.ok) return { kind: 'limited', retryAfter: attempt.retryAfter }
      const verification = await check(number, code)
      if (verification.kind === 'verified') {
        await attempt.giveBack()
        await guesses.forgive('tracking', number)
      } else if (attempt.marked) {
        // Told as all the others are that come too often: the mark stays the portal's.
        return { kind: 'limited', retryAfter: attempt.retryAfter }
      }
      return verification
    } catch (error) {
      if (error instanceof Unavailable) return { kind: 'unavailable', retryAfter: error.retryAfter }
      throw error
    }
  }
}
