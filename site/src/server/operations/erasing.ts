import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { describeFault } from './log.ts'

export const minute = 60_000
const hour = 60 * minute
/** Few enough that nobody who files meanwhile waits for it. */
const batch = 100

/** Something that is kept for a time only. */
type Keeping = {
  /** What the log calls it. */
  what: string
  /** Erases at most `limit` of what has been kept long enough; how many it erased. */
  eraseDue(limit: number): Promise<number>
  /** Milliseconds between two looks; an hour where it does not say. */
  every?: number
}

/**
 * Erases what has been kept long enough, now and again and again. What cannot be erased is logged and
 * tried again; it does not keep the rest.
 * @returns stop: resolves when nothing is under way any more
 */
export function startErasing(keepings: readonly Keeping[], log: Logger): () => Promise<void> {
  const stopping = new AbortController()

  async function eraseAll({ eraseDue }: Keeping): Promise<number> {
    let erased = 0
    while (!stopping.signal.aborted) {
      const count = await eraseDue(batch)
      erased += count
      if (count < batch) break
      await sleep(50)
    }
    return erased
  }

  async function round(keeping: Keeping): Promise<void> {
    const { what } = keeping
    try {
      const erased = await eraseAll(keeping)
      if (erased > 0) log.info({ what, erased }, 'what was kept long enough is erased')
    } catch (error) {
      log.warn({ what, fault: describeFault(error) }, 'something due could not be erased')
    }
  }

  async function rounds(keeping: Keeping): Promise<void> {
    const { signal } = stopping
    while (!signal.aborted) {
      await round(keeping)
      await sleep(keeping.every ?? hour, undefined, { ref: false, signal }).catch(() => undefined)
    }
  }

  const all = Promise.all(keepings.map(rounds))
  return async () => {
    stopping.abort()
    await all
  }
}

/** The moment `days` days before `at`. */
export function daysBefore(at: Date, days: number): Date {
  return new Date(at.getTime() - days * 24 * hour)
}
