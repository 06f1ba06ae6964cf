import { hashKey, parseIdempotencyKey } from '../idempotency-key.ts'
import type { Spending } from '../../ports.ts'
import { Unavailable } from '../../failures.ts'
import type { ProofOfWork } from './challenge.ts'

/** Challenges that were used up; filing does that, see `mailbox/spent-challenges.ts`. */
export type SpentChallenges = {
  /** Whether a form was filed. */
  isFiled(keyHash: Uint8Array): Promise<boolean>
  /** Erases at most `limit` that expired before `before`; how many it erased. */
  eraseExpired(before: Date, limit: number): Promise<number>
}

type Allowance = { ok: true; giveBack(): Promise<void> } | { ok: false; retryAfter: number }

/** Counts a form that asks to be filed from an address. */
type Allow = (
  kind: 'filing' | 'filingUnproven' | 'resending',
  asking: { address: string },
) => Promise<Allowance>

/** What a posted form shows beside what was typed. */
export type GuardedForm = {
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
  /** The proof is wrong or expired, or turns out in filing to have been used by another form. */
  | { kind: 'unproven' }
  | { kind: 'limited'; retryAfter: number }
  | { kind: 'unavailable'; retryAfter: number }

/** `spending` is used up in filing; `giveBack` is called where nothing was filed in the end. */
type GuardDecision =
  { kind: 'allowed'; spending: Spending | null; giveBack(): Promise<void> } | Rejection

type SubmissionGuard = (form: GuardedForm) => Promise<GuardDecision>

/**
 * Decides whether a form may be filed now. A proof of work opens the wide door, none the narrow one;
 * a bad one opens neither. The challenge is used up in filing and for this form's key, so the same
 * form may come again with it, at once or later, and another form may not. A form that was filed
 * already is let through whatever its proof has become, for its answer may have been lost.
 */
export function createSubmissionGuard(parts: {
  proofOfWork: Pick<ProofOfWork, 'check'>
  spent: SpentChallenges
  allow: Allow
}): SubmissionGuard {
  const { proofOfWork, spent, allow } = parts

  const judge = async ({ proof, address }: GuardedForm): Promise<GuardDecision> => {
    if (proof === '') return decide(await allow('filingUnproven', { address }))
    const spending = proofOfWork.check(proof)
    if (!spending) return { kind: 'unproven' }
    return decide(await allow('filing', { address }), spending)
  }

  return async (form) => {
    if (form.trap !== '') return { kind: 'trapped' }
    const key = parseIdempotencyKey(form.key)
    // Filing turns such a form back by itself, and hands out a key of ours.
    if (key === null) return { kind: 'allowed', spending: null, giveBack: async () => {} }
    try {
      const judged = await judge(form)
      if (judged.kind === 'allowed' || !(await spent.isFiled(hashKey(key)))) return judged
      const again = decide(await allow('resending', form))
      return again.kind === 'allowed' ? again : judged
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error
      return { kind: 'unavailable', retryAfter: error.retryAfter }
    }
  }
}

/**
 * Files a form where it may be filed now. What is not filed in the end does not count, but for a proof
 * that another form has used: that was sealed for nothing.
 */
export async function submitGuarded<T extends { kind: string }>(
  guard: SubmissionGuard,
  form: GuardedForm,
  file: (spending: Spending | null) => Promise<T>,
): Promise<T | Rejection> {
  const decision = await guard(form)
  if (decision.kind !== 'allowed') return decision
  const filed = await file(decision.spending)
  if (filed.kind !== 'receipt' && filed.kind !== 'unproven') await decision.giveBack()
  return filed
}

function decide(allowed: Allowance, spending: Spending | null = null): GuardDecision {
  return allowed.ok
    ? { kind: 'allowed', spending, giveBack: allowed.giveBack }
    : { kind: 'limited', retryAfter: allowed.retryAfter }
}
