import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Mailbox } from '../petition/ports.ts'
import { describeFault } from './log.ts'

const hour = 3_600_000
const day = 24 * hour
/** Few enough that nobody who files meanwhile waits for it. */
const batch = 100

/**
 * Erases messages `keepDays` days after the CMS has acknowledged them, now and once an hour. Receipts
 * and statuses stay. What cannot be erased is logged and tried again.
 * @returns stop: resolves when nothing is under way any more
 */
export function startErasing(
  mailbox: Mailbox,
  keepDays: number,
  now: () => Date,
  log: Logger,
): () => Promise<void> {
  const stopping = new AbortController()

  async function erase(): Promise<number> {
    const before = new Date(now().getTime() - keepDays * day)
    let erased = 0
    while (!stopping.signal.aborted) {
      const count = await mailbox.eraseAcknowledged(before, batch)
      erased += count
      if (count < batch) break
      await sleep(50)
    }
    return erased
  }

  async function round(): Promise<void> {
    try {
      const erased = await erase()
      if (erased > 0) log.info({ erased }, 'acknowledged messages were erased')
    } catch (error) {
      log.warn({ fault: describeFault(error) }, 'acknowledged messages could not be erased')
    }
  }

  const rounds = (async () => {
    while (!stopping.signal.aborted) {
      await round()
      await sleep(hour, undefined, { ref: false, signal: stopping.signal }).catch(() => undefined)
    }
  })()
  return () => {
    stopping.abort()
    return rounds
  }
}
