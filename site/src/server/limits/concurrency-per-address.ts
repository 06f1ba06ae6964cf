import { Unavailable } from '../../petition/unavailable.ts'

export type ConcurrencyPerAddress = { run<T>(address: string, work: () => Promise<T>): Promise<T> }

/**
 * Lets `all` pieces of slow work go on at once, `each` of one address; whoever comes beyond is sent
 * away, so that one address cannot hold everybody's places.
 */
export function limitConcurrencyPerAddress({
  all,
  each,
}: {
  all: number
  each: number
}): ConcurrencyPerAddress {
  const held = new Map<string, number>()
  let running = 0
  return {
    async run(address, work) {
      const own = held.get(address) ?? 0
      if (running >= all || own >= each) throw new Unavailable('busy', 5)
      running += 1
      held.set(address, own + 1)
      try {
        return await work()
      } finally {
        running -= 1
        const left = (held.get(address) ?? 1) - 1
        if (left > 0) held.set(address, left)
        else held.delete(address)
      }
    },
  }
}
