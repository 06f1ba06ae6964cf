import type { Drafts, Resuming, Saving, Wiping } from '../../petition/drafts/drafts.ts'
import type { Limited } from '../../petition/failures.ts'
import type { TypedFields } from '../../petition/fields/fields.ts'
import type { Limits } from './limits.ts'

/** What the pages may do with drafts for whoever asks from one address. */
type LimitedDrafts = {
  save(typed: TypedFields, key: string, step?: string): Promise<Saving | Limited>
  resume(code: string): Promise<Resuming | Limited>
  wipe(code: string): Promise<Wiping | Limited>
}

/**
 * Drafts within the limits. A right code does not count as a guess, and opens its draft also where
 * others have guessed too often: finding that it is wrong costs one look at the mailbox.
 */
export function limitDrafts(drafts: Drafts, limits: Limits, address: string): LimitedDrafts {
  const guess = async <T extends { kind: string }>(work: () => Promise<T>, right: T['kind']) => {
    const allowed = await limits.allow('resuming', { address })
    const answer = await work()
    if (answer.kind === right) {
      if (allowed.ok) await allowed.giveBack()
      return answer
    }
    return allowed.ok ? answer : { kind: 'limited' as const, retryAfter: allowed.retryAfter }
  }
  return {
    async save(typed, key, step) {
      const allowed = await limits.allow('draftSaving', { address })
      if (!allowed.ok) return { kind: 'limited', retryAfter: allowed.retryAfter }
      return drafts.save(typed, key, step)
    },
    resume: (code) => guess(() => drafts.resume(code), 'resumed'),
    wipe: (code) => guess(() => drafts.wipe(code), 'wiped'),
  }
}
