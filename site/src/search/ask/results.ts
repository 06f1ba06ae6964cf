import { readHit, type Hit } from './hit.ts'
import type { Phrase } from './phrase.ts'
import { countFacets, inOrder, narrow, type Counts, type Narrowing, type Sort } from './narrow.ts'
import type { Index } from './open-index.ts'
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
  more(): Promise<ShownHit[]>
  /** Leaves hits out without reading them. */
  skip(hits: number): void
  left(): number
}

/** A hit, and what was looked for in it. */
export type ShownHit = { hit: Hit; phrases: Phrase[] }

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

  async function more(): Promise<ShownHit[]> {
    const shown: ShownHit[] = []
    while (shown.length < perPage && waiting.length > 0) {
      const next = waiting.splice(0, perPage - shown.length)
      const read = await Promise.all(
        next.map(async (match) => ({
          hit: await readHit(index, match, way !== 'near'),
          phrases: match.phrases,
        })),
      )
      const hits = read.flatMap(({ hit, phrases }) => (hit ? [{ hit, phrases }] : []))
      total -= next.length - hits.length
      shown.push(...hits)
    }
    return shown
  }

  return {
    way,
    words,
    counts: countFacets(catalogue, matches, narrowing),
    total: () => total,
    sure: () =>
      way === 'near' || waiting.every(({ phrases }) => phrases.every(({ length }) => length < 3)),
    more,
    skip: (hits) => void waiting.splice(0, hits),
    left: () => waiting.length,
  }
}
