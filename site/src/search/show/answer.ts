import type { Index } from '../ask/open-index.ts'
import { phrasesOf } from '../ask/query.ts'
import { perPage, results, type Results } from '../ask/results.ts'
import { resultsPage, startPage, type Shown } from './page.ts'
import type { State } from './state.ts'

const mostMeant = 4

/**
 * Answers a state of the search page, on the server and in the browser alike. `results` is what more
 * hits are asked of; `suggest` says what may have been meant; `base` stands before the addresses of
 * hits.
 */
export async function answer(
  index: Index,
  state: State,
  suggest: (typed: string) => Promise<string[]>,
  base: string,
): Promise<{ shown: Shown; results: Results | null }> {
  const asked = phrasesOf(state.query, index.folding)
  if (asked.length === 0) return { shown: startPage(state), results: null }
  const found = await results(index, state.query, state.narrowing, state.sort)
  await found.skip((state.page - 1) * perPage)
  const hits = await found.more()
  // A page beyond the last one, from an old link: the first is of more use than none.
  if (hits.length === 0 && state.page > 1)
    return answer(index, { ...state, page: 1 }, suggest, base)
  const literal = found.way === 'exact' || found.way === 'synonym'
  const meant = literal ? [] : (await suggest(state.query)).slice(0, mostMeant)
  return { shown: resultsPage(state, found, hits, meant, base), results: found }
}
