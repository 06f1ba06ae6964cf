import { setImmediate as nextTurn } from 'node:timers/promises'
import { Unavailable } from '../unavailable.ts'

type Waiting<T, R> = { item: T; resolve(result: R): void; reject(fault: unknown): void }

/**
 * Lets one lot of work go on at a time and gathers what is asked for meanwhile into the next, at most
 * `most` items: many who come at once share one commit, and who comes alone hardly waits. A lot that
 * fails is tried item by item, so that one bad item does not take the others along; not where it was
 * `Unavailable`, for that holds for all of them, and for whoever waits behind them.
 * @param work does a lot; its results stand in the order of its items
 */
export function gather<T, R>(
  work: (items: T[]) => Promise<R[]>,
  most: number,
): (item: T) => Promise<R> {
  const queue: Waiting<T, R>[] = []
  let working = false

  async function settle(lot: Waiting<T, R>[]): Promise<void> {
    try {
      const results = await work(lot.map(({ item }) => item))
      lot.forEach(({ resolve }, index) => resolve(results[index] as R))
    } catch (fault) {
      if (fault instanceof Unavailable) {
        // Each lot has waited as long as anybody should; lots in a row would wait that many times.
        for (const { reject } of [...lot, ...queue.splice(0)]) reject(fault)
      } else if (lot.length === 1) {
        lot[0]?.reject(fault)
      } else {
        for (const one of lot) await settle([one])
      }
    }
  }

  async function drain(): Promise<void> {
    working = true
    while (queue.length > 0) {
      // Whoever asks in this same turn of the event loop comes along.
      await nextTurn()
      await settle(queue.splice(0, most))
    }
    working = false
  }

  return (item) =>
    new Promise<R>((resolve, reject) => {
      queue.push({ item, resolve, reject })
      if (!working) void drain()
    })
}
