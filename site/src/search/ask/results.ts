import type { Correct } from '../query/slips.ts'
import type { Engine } from '../engine/engine.ts'
import type { Match } from './exact.ts'
import { countFacets, inOrder, narrow, type Counts, type Narrowing, type Sort } from './narrow.ts'
import { readHit, type Hit } from './excerpts.ts'
import { search, type Answer } from './search.ts'

/** Results, of which more can be asked for. */
export type Results = Pick<Answer, 'way' | 'words' | 'instead'> & {
  /** Pages found. */
  total: number
  counts: Counts
  /** The hits from one place on, the best first; fewer than asked for at the end. */
  hits(from: number, count: number): Promise<Hit[]>
  /** So many that say the same in other words, where what was typed fills no page. */
  alike(count: number): Promise<Hit[]>
}

/** How many hits are shown at a time. */
export const perPage = 10

/** Searches, narrows and sorts. @throws where the index is missing or damaged */
export async function results(
  engine: Engine,
  query: string,
  narrowing: Narrowing,
  sort: Sort,
  correct: Correct,
): Promise<Results> {
  const { way, words, instead, matches, alike } = await search(engine, query, correct)
  const left = inOrder(narrow(matches, narrowing), sort)
  const others = left.length < perPage ? narrow(alike, narrowing) : []
  const read = (some: Match[]) => Promise.all(some.map(readHit))
  return {
    ...{ way, words, instead },
    total: left.length,
    counts: countFacets(matches, narrowing),
    hits: (from, count) => read(left.slice(from, from + count)),
    alike: (count) => read(others.slice(0, count)),
  }
}
