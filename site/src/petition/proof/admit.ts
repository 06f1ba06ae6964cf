import { hashKey, parseIdempotencyKey } from '../idempotency-key.ts'
import { Unavailable } from '../unavailable.ts'
import type { ProofOfWork } from './challenge.ts'

/** Challenges that were used, and by which form; see `mailbox/spent.ts`. */
export type Spent = {
  /** Uses a challenge for a form. False where another form has used it. */
  spend(challenge: string, keyHash: Uint8Array, expiresAt: Date): Promise<boolean>
  /** Whether a form was filed. */
  isFiled(keyHash: Uint8Array): Promise<boolean>
  /** Erases at most `limit` that expired before `before`; how many it erased. */
  eraseExpired(before: Date, limit: number): Promise<number>
}

type Allowance = { ok: true; giveBack(): Promise<void> } | { ok: false; retryAfter: number }

/** Counts a form that asks to be filed from an address. */
export type Allow = (
  kind: 'filing' | 'filingUnproven' | 'resending',
  asking: { address: string },
) => Promise<Allowance>

/** What a posted form shows beside what was typed. */
export type Showing = {
  key: string
  /** A proof of work, or nothing. */
  proof: string
  /** What stands in the field that nobody sees. */
  trap: string
  address: string
}

export type Rejection =
  /** The field that nobody sees was filled in. */
  | { kind: 'trapped' }
  /** The proof is wrong, expired or was used by another form. */
  | { kind: 'unproven' }
  | { kind: 'limited'; retryAfter: number }
  | { kind: 'unavailable'; retryAfter: number }

/** `giveBack` is called where nothing was filed in the end. */
export type Admission = { kind: 'admitted'; giveBack(): Promise<void> } | Rejection

export type Admit = (showing: Showing) => Promise<Admission>

/**
 * Decides whether a form may be filed now. A proof of work opens the wide door, none the narrow one;
 * a bad one opens neither. The challenge is used up before filing and for this form's key, so the
 * same form may come again with it, at once or later, and another form may not. A form that was
 * filed already is let through whatever its proof has become, for its answer may have been lost.
 */
export function createAdmit(parts: {
  proofOfWork: Pick<ProofOfWork, 'check'>
  spent: Spent
  allow: Allow
}): Admit {
  const { proofOfWork, spent, allow } = parts

  const judge = async (showing: Showing, keyHash: Uint8Array): Promise<Admission> => {
    const { proof, address } = showing
    if (proof === '') return admission(await allow('filingUnproven', { address }))
    const met = await proofOfWork.check(proof)
    if (!met) return { kind: 'unproven' }
    const allowed = await allow('filing', { address })
    if (!allowed.ok || (await spent.spend(met.id, keyHash, met.expiresAt))) {
      return admission(allowed)
    }
    await allowed.giveBack()
    return { kind: 'unproven' }
  }

  return async (showing) => {
    if (showing.trap !== '') return { kind: 'trapped' }
    const key = parseIdempotencyKey(showing.key)
    // Filing turns such a form back by itself, and hands out a key of ours.
    if (key === null) return { kind: 'admitted', giveBack: async () => {} }
    const keyHash = hashKey(key)
    try {
      const judged = await judge(showing, keyHash)
      if (judged.kind === 'admitted' || !(await spent.isFiled(keyHash))) return judged
      const again = admission(await allow('resending', showing))
      return again.kind === 'admitted' ? again : judged
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error
      return { kind: 'unavailable', retryAfter: error.retryAfter }
    }
  }
}

/** Files a form where it may be filed now. What is not filed in the end does not count. */
export async function fileAdmitted<T extends { kind: string }>(
  admit: Admit,
  showing: Showing,
  file: () => Promise<T>,
): Promise<T | Rejection> {
  const admission = await admit(showing)
  if (admission.kind !== 'admitted') return admission
  const filed = await file()
  if (filed.kind !== 'receipt') await admission.giveBack()
  return filed
}

function admission(allowed: Allowance): Admission {
  return allowed.ok
    ? { kind: 'admitted', giveBack: allowed.giveBack }
    : { kind: 'limited', retryAfter: allowed.retryAfter }
}
