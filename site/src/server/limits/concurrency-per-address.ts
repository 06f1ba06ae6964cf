import { Unavailable } from '../../petition/failures.ts'

/** A piece of work's hold on its place. */
type Place = {
  /** To be told whenever the work moves on. */
  moved(): void
}

type ConcurrencyPerAddress = {
  /** @param giveWay ends the work: somebody else has its place already */
  run<T>(address: string, giveWay: () => void, work: (place: Place) => Promise<T>): Promise<T>
}

type Held = { address: string; movedAt: number; giveWay: () => void }

/**
 * Lets `all` pieces of slow work go on at once, `each` of one address. Where all places are taken, whoever
 * comes gets one of the address that holds most of them, if that is more than the newcomer's would
 * then hold, or of work that has not moved for a while: the one that has stood still longest. So to
 * begin costs nobody else anything, from however many addresses it is done.
 * @param still milliseconds
 */
export function limitConcurrencyPerAddress({
  all,
  each,
  still,
}: {
  all: number
  each: number
  still: number
}): ConcurrencyPerAddress {
  const places = new Set<Held>()
  const heldBy = (address: string) => {
    let count = 0
    for (const place of places) if (place.address === address) count += 1
    return count
  }
  /** The place that a newcomer gets; `null` where every other has as good a right to its own. */
  const leastDue = (newcomer: string): Held | null => {
    const byHold = [...places].sort(
      (one, other) => heldBy(other.address) - heldBy(one.address) || one.movedAt - other.movedAt,
    )
    const [first] = byHold
    if (first && heldBy(first.address) > heldBy(newcomer) + 1) return first
    const before = performance.now() - still
    return byHold.find(({ movedAt }) => movedAt < before) ?? null
  }

  return {
    async run(address, giveWay, work) {
      if (heldBy(address) >= each) throw new Unavailable('busy', 5)
      if (places.size >= all) {
        const given = leastDue(address)
        if (!given) throw new Unavailable('busy', 5)
        places.delete(given)
        given.giveWay()
      }
      const place: Held = { address, movedAt: performance.now(), giveWay }
      places.add(place)
      try {
        return await work({ moved: () => (place.movedAt = performance.now()) })
      } finally {
        places.delete(place)
      }
    },
  }
}
