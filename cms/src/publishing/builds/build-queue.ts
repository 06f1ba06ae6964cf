import type { Fault } from '../../contracts/publications/releases.ts'
import type { Changes } from '../snapshot/scope.ts'

/** The requests for a new release, as rows that outlive the process. */
export type Outbox = {
  /** Marks every waiting request as being built, and gives their ids and what they ask to be shown. */
  take(): Promise<{ ids: number[]; changes: Changes }>
  /** Puts requests that a stopped process was building back among the waiting; they ask for everything then. */
  restore(): Promise<void>
  /** Says what became of these requests; a release holds what earlier ones that failed asked for, too. */
  finish(ids: number[], outcome: Outcome): Promise<void>
}

/**
 * What became of a build: a release, with what was left out of it, or none. Faults are for staff: which entry and
 * field, or what went wrong.
 */
export type Outcome =
  { ok: true; release: string; held: Fault[] } | { ok: false; faults: Fault[]; again: boolean }

/** Asks for a build whenever requests wait: one at a time, later requests folded into the next. */
type Queue = { wake(): void; idle(): Promise<void>; stop(): Promise<void> }

const retries = 2

/**
 * @param build makes a release of what is published now; a fault of the machine is tried again
 */
export function createQueue(outbox: Outbox, build: (changes: Changes) => Promise<Outcome>): Queue {
  let wanted = false
  let stopped = false
  let working: Promise<void> | undefined

  async function buildWithRetries(changes: Changes): Promise<Outcome> {
    let outcome = await build(changes)
    for (let left = retries; left > 0 && !outcome.ok && outcome.again && !stopped; left -= 1) {
      outcome = await build(changes)
    }
    return outcome
  }
  async function work(): Promise<void> {
    await outbox.restore()
    while (wanted && !stopped) {
      wanted = false
      const { ids, changes } = await outbox.take()
      if (ids.length === 0) return
      const outcome = await buildWithRetries(changes)
      // A build broken off by a stop is no failure: its requests are restored at the next start.
      if (outcome.ok || !stopped) await outbox.finish(ids, outcome)
    }
  }
  function wake(): void {
    wanted = true
    if (stopped || working) return
    working = work().finally(() => {
      working = undefined
      if (wanted) wake()
    })
  }
  return {
    wake,
    async idle() {
      while (working) await working
    },
    async stop() {
      stopped = true
      await working
    },
  }
}
