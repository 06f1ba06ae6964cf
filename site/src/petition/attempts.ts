/** Says whether another try at a receipt number may go ahead now. */
export type Attempts = {
  allow(number: string): { ok: true } | { ok: false; retryAfter: number }
  /** After a right code: the owner's own tries do not count. */
  forget(number: string): void
}

/**
 * Bounds tries per receipt number, known or not, whatever addresses they come from: a bucket of
 * `burst` tries that refills by one every `refillSeconds`. The owner is never shut out for longer
 * than one refill, because nothing is ever locked. Memory is bounded by `capacity` numbers, of
 * which the least recently tried is forgotten first.
 */
export function createAttempts(options: {
  burst: number
  refillSeconds: number
  capacity: number
  now: () => Date
}): Attempts {
  const { burst, capacity, now } = options
  const refill = options.refillSeconds * 1000
  /** For each number, when its bucket would be full again if nobody tried any more. */
  const fullAt = new Map<string, number>()
  return {
    allow(number) {
      const time = now().getTime()
      const full = Math.max(time, fullAt.get(number) ?? 0)
      const wait = full - time - (burst - 1) * refill
      fullAt.delete(number)
      if (fullAt.size >= capacity) fullAt.delete(fullAt.keys().next().value ?? '')
      fullAt.set(number, wait > 0 ? full : full + refill)
      return wait > 0 ? { ok: false, retryAfter: Math.ceil(wait / 1000) } : { ok: true }
    },
    forget(number) {
      fullAt.delete(number)
    },
  }
}
