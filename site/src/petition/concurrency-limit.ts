import { Unavailable } from './failures.ts'

export type ConcurrencyLimit = { run<T>(work: () => Promise<T>): Promise<T> }

/**
 * Lets `running` pieces of work go on at once and `waiting` more wait their turn; whoever comes
 * beyond that is sent away, so that a flood costs a bounded time and memory.
 */
export function limitConcurrency({
  running,
  waiting,
}: {
  running: number
  waiting: number
}): ConcurrencyLimit {
  const queue: (() => void)[] = []
  let free = running
  return {
    async run(work) {
      if (free > 0) {
        free -= 1
      } else {
        if (queue.length >= waiting) throw new Unavailable('busy', 5)
        await new Promise<void>((resolve) => queue.push(resolve))
      }
      try {
        return await work()
      } finally {
        // A freed slot goes straight to the next in line, never back to the counter first.
        const next = queue.shift()
        if (next) next()
        else free += 1
      }
    },
  }
}
