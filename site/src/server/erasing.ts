import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { describeFault } from './log.ts'

const hour = 3_600_000
/** Few enough that nobody who files meanwhile waits for it. */
const batch = 100

/** Something that is kept for a time only. */
export type Keeping = {
  /** What the log calls it. */
  what: string
  /** Erases at most `limit` of what has been kept long enough; how many it erased. */
  eraseDue(limit: number): Promise<number>
}

/**
 * Erases what has been kept long enough, now and once an hour. What cannot be erased is logged and
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

  const rounds = (async () => {
    while (!stopping.signal.aborted) {
      for (const keeping of keepings) await round(keeping)
      await sleep(hour, undefined, { ref: false, signal: stopping.signal }).catch(() => undefined)
    }
  })()
  return () => {
    stopping.abort()
    return rounds
  }
}

/** The moment `days` days before `at`. */
export function daysBefore(at: Date, days: number): Date {
  return new Date(at.getTime() - days * 24 * hour)
}
