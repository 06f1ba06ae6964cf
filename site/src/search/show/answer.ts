import { type Engine } from '../engine/engine.ts'
import { openEngine } from '../engine/open.ts'
import { perPage, results } from '../ask/results.ts'
import { phrasesOf } from '../query/phrases.ts'
import { corrector, type Correct } from '../query/slips.ts'
import { fetching, finder } from '../suggest/load.ts'
import type { Sounds, Term } from '../suggest/term.ts'
import { resultsPage, startPage, type Shown } from './page.ts'
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
  if (phrasesOf(state.query).length === 0) return startPage(state)
  const { query, narrowing, sort, page } = state
  const engine = await searching.engine(state.older)
  const found = await results(engine, query, narrowing, sort, searching.correct)
  // A page beyond the last one, from an old link: the first is of more use than none.
  const from = (page - 1) * perPage < found.total ? (page - 1) * perPage : 0
  const hits = await found.hits(from, perPage)
  const alike = from === 0 ? await found.alike(mostAlike) : []
  const isSure = found.way === 'exact' || found.way === 'synonym'
  const meant = isSure ? [] : (await searching.suggest(query)).slice(0, mostMeant)
  const shown = { ...state, page: from / perPage + 1 }
  const years = engine.olderYears
  return resultsPage(shown, found, { hits, alike, meant, years }, searching.base)
}

/** Opens the index at an address, once for the recent years and once for all, when each is first asked for. */
export function openSearching(index: string, base: string): Searching {
  const read = fetching(index)
  const engines = new Map<boolean, Promise<Engine>>()
  const correct = corrector(async () => ({
    terms: (await read('suggestions.json')) as Term[],
    sounds: (await read('sounds.json')) as Sounds,
  }))
  return {
    engine(older) {
      const engine = engines.get(older) ?? openEngine(index, older)
      engines.set(older, engine)
      return engine
    },
    correct,
    suggest: finder(read),
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
