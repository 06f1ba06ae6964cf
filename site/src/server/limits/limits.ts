import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import { createKeyedDigest } from './keyed-digest.ts'
import { limitTable } from './limit-table.ts'
import type { Bucket, LimitKind, LimitTable } from './limit-table.ts'

/** Who asks: the address that the request came from and, where there is one, the number or code tried. */
type LimitKeys = { address: string; receipt?: string }

type Allowance =
  /** `giveBack`: what was asked for turned out not to count, as a right code. */
  | { ok: true; giveBack(): Promise<void> }
  /** Seconds until the next try may go through. */
  | { ok: false; retryAfter: number }

export type Limits = {
  /** Counts one act of a kind and says whether it may go ahead. One that is refused does not count. */
  allow(kind: LimitKind, asking: LimitKeys): Promise<Allowance>
  /** Forgets what was counted against a number, after its holder has shown the right code. */
  forgive(kind: LimitKind, receipt: string): Promise<void>
}

/** So many addresses, or numbers, a bucket tells apart at once: a few megabytes where all are in use. */
const capacity = 4_000

/**
 * Limits in this process's memory. Addresses and numbers are kept only as digests under a key that
 * dies with the process. Memory is bounded: beyond `most` the one that asked longest ago is forgotten,
 * so whoever has more addresses than that is held by the limit of all together.
 */
export function createLimits(table: LimitTable = limitTable, most = capacity): Limits {
  const digest = createKeyedDigest()
  const counters = new Map<Bucket, Counter>()
  const counterOf = (bucket: Bucket) => {
    const counter = counters.get(bucket) ?? createCounter(bucket, most)
    counters.set(bucket, counter)
    return counter
  }

  return {
    async allow(kind, { address, receipt }) {
      const { perAddress, perReceipt, global } = table[kind]
      // What an address has used up must not be taken from a number, nor from everybody.
      const asked: [Bucket | undefined, string | undefined][] = [
        [perAddress, digest(address)],
        [perReceipt, receipt === undefined ? undefined : digest(receipt)],
        [global, 'everybody'],
      ]
      const taken: (() => Promise<void>)[] = []
      const giveBack = async () => {
        for (const undo of taken.splice(0)) await undo()
      }
      for (const [bucket, key] of asked) {
        if (!bucket || key === undefined) continue
        const drawn = await counterOf(bucket).draw(key)
        if (!drawn.ok) {
          await giveBack()
          return drawn
        }
        taken.push(drawn.undo)
      }
      return { ok: true, giveBack }
    },
    async forgive(kind, receipt) {
      const bucket = table[kind].perReceipt
      if (bucket) await counterOf(bucket).forget(digest(receipt))
    },
  }
}

type Drawn = { ok: true; undo(): Promise<void> } | { ok: false; retryAfter: number }
type Counter = { draw(key: string): Promise<Drawn>; forget(key: string): Promise<void> }

function createCounter({ steady, burst }: Bucket, most: number): Counter {
  const limiters = [steady, burst].map(
    ([points, duration]) => new RateLimiterMemory({ points, duration }),
  )
  /** In the order in which they last asked. The limiter itself would keep any number of them. */
  const known = new Set<string>()
  const forget = async (key: string) => {
    known.delete(key)
    for (const limiter of limiters) await limiter.delete(key)
  }
  return {
    forget,
    async draw(key) {
      known.delete(key)
      known.add(key)
      const [oldest] = known
      if (known.size > most && oldest !== undefined) await forget(oldest)
      let wait = Infinity
      for (const limiter of limiters) {
        const refused = await limiter.consume(key).then(() => null, asRefusal)
        if (!refused) return { ok: true, undo: () => giveBack(limiter, key) }
        await giveBack(limiter, key)
        wait = Math.min(wait, refused.msBeforeNext)
      }
      return { ok: false, retryAfter: Math.max(1, Math.ceil(wait / 1000)) }
    },
  }
}

/** The limiter rejects with its result where the points are used up, and with an error for a fault. */
function asRefusal(reason: unknown): RateLimiterRes {
  if (reason instanceof Error) throw reason
  return reason as RateLimiterRes
}

/** A point given back after its time is over would be a point too many. */
async function giveBack(limiter: RateLimiterMemory, key: string): Promise<void> {
  const held = await limiter.get(key)
  if (held && held.consumedPoints > 0) await limiter.reward(key)
}
