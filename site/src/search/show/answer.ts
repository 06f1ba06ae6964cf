import { type Engine } from '../engine/engine.ts'
import { openEngine } from '../engine/open.ts'
import type { Match } from '../ask/exact-matches.ts'
import { readHit } from '../ask/excerpts.ts'
import { narrowed } from '../ask/filter.ts'
import { search } from '../ask/search.ts'
import { phrasesOf } from '../query/phrases.ts'
import { corrector, type Correct } from '../query/typos.ts'
import { fetching, finder } from '../suggest/load.ts'
import { perPage, resultsPage, startPage, type Shown } from './page.ts'
import type { State } from './state.ts'

/** An index, and what answers need beside it. */
export type Searching = {
  /** The engine of the recent years, or of all. */
  engine(older: boolean): Promise<Engine>
  correct: Correct
  /** What may have been meant, as the search box suggests it. */
  suggest: (typed: string) => Promise<string[]>
  /** What stands before the addresses of hits. */
  base: string
}

const mostMeant = 4
const mostAlike = 5

/** Answers a state of the search page, on the server and in the browser alike. */
export async function answer(searching: Searching, state: State): Promise<Shown> {
  const { query, narrowing, sort } = state
  if (phrasesOf(query).length === 0) return startPage(state)
  const engine = await searching.engine(state.older)
  const results = narrowed(await search(engine, query, searching.correct), narrowing, sort)
  const { way, matches } = results
  // A page beyond the last one, from an old link: the first is of more use than none.
  const page = (state.page - 1) * perPage < matches.length ? state.page : 1
  const read = (some: Match[]) => Promise.all(some.map(readHit))
  const hits = await read(matches.slice((page - 1) * perPage, page * perPage))
  const alike = matches.length < perPage ? await read(results.alike.slice(0, mostAlike)) : []
  const isSure = way === 'exact' || way === 'synonym'
  const meant = isSure ? [] : (await searching.suggest(query)).slice(0, mostMeant)
  const years = engine.olderYears
  return resultsPage({ ...state, page }, results, { hits, alike, meant, years }, searching.base)
}

/** Opens the index at an address, once for the recent years and once for all, when each is first asked for. */
export function openSearching(index: string, base: string): Searching {
  const read = fetching(index)
  const engines = new Map<boolean, Promise<Engine>>()
  const suggest = finder(read)
  return {
    engine(older) {
      const engine = engines.get(older) ?? openEngine(index, older)
      engines.set(older, engine)
      return engine
    },
    correct: corrector(suggest, read),
    suggest,
    base,
  }
}

/**
 * Keeps what `open` opens for one question after the other. Where it fails it is opened anew, once: a new
 * release may have taken its files away.
 */
export function keepOpen(open: () => Searching) {
  let opened: Searching | undefined
  return async <T>(ask: (searching: Searching) => Promise<T>): Promise<T> => {
    try {
      return await ask((opened ??= open()))
    } catch {
      return ask((opened = open()))
    }
  }
}
