import { readHit, type Hit } from './hit.ts'
import { countFacets, inOrder, narrow, type Counts, type Narrowing, type Sort } from './narrow.ts'
import type { Index } from './open-index.ts'
import { proven } from './prove.ts'
import type { Match } from './rank.ts'
import { search, type Answer } from './search.ts'

/** Results, of which more can be asked for. */
export type Results = {
  way: Answer['way']
  words: string[]
  /** Pages found; it may fall when pages that are read prove not to have the phrase. */
  total(): number
  /** Whether the total is exact: the index tells pairs for sure, longer phrases nearly so. */
  sure(): boolean
  counts: Counts
  /** The next hits, the best first; empty at the end. */
  more(): Promise<Hit[]>
  /** Leaves out so many hits. */
  skip(hits: number): Promise<void>
  left(): number
}

/** How many hits are shown at a time. */
export const perPage = 10

/** Searches, narrows and sorts. */
export async function results(
  index: Index,
  query: string,
  narrowing: Narrowing,
  sort: Sort,
): Promise<Results> {
  const { way, words, matches } = await search(index, query)
  const { catalogue } = index
  const waiting = inOrder(catalogue, narrow(catalogue, matches, narrowing), sort)
  let total = waiting.length

  /** The next matches that their pages prove; of near matches nothing is to be proven. */
  async function take(wanted: number): Promise<Match[]> {
    const taken: Match[] = []
    while (taken.length < wanted && waiting.length > 0) {
      const next = waiting.splice(0, wanted - taken.length)
      const read = await Promise.all(
        next.map((match) => (way === 'near' ? match : proven(index, match))),
      )
      const right = read.filter((match) => match !== null)
      total -= next.length - right.length
      taken.push(...right)
    }
    return taken
  }

  return {
    way,
    words,
    counts: countFacets(catalogue, matches, narrowing),
    total: () => total,
    sure: () =>
      way === 'near' || waiting.every(({ phrases }) => phrases.every(({ length }) => length < 3)),
    more: async () => Promise.all((await take(perPage)).map((match) => readHit(index, match))),
    skip: async (hits) => void (await take(hits)),
    left: () => waiting.length,
  }
}
