import { openIndex, type Index } from '../ask/open-index.ts'
import type { Results } from '../ask/results.ts'
import { answer } from '../show/answer.ts'
import { hitsHtml, type Shown } from '../show/page.ts'
import type { State } from '../show/state.ts'
import { fetching, finder } from '../suggest/load.ts'
import { sourceOf } from './source.ts'

export type Searcher = {
  search(state: State): Promise<Shown>
  /** The next hits of the last search, and how many are left after them. */
  more(state: State): Promise<{ html: string; left: number }>
}

/** Searches the site's index, opened when it is first needed. */
export function createSearcher(base: string): Searcher {
  const suggest = finder(fetching(`${base}/search-index/`))
  let index: Promise<Index> | undefined
  let last: { state: State; results: Results | null } | undefined

  const open = () => {
    if (!index) {
      index = openIndex(sourceOf(base))
      index.catch(() => (index = undefined))
    }
    return index
  }

  async function search(state: State): Promise<Shown> {
    const ask = async () => answer(await open(), state, suggest, base)
    const { shown, results } = await ask().catch(() => {
      // A new release may have taken the index away under this page: open the new one, once.
      index = undefined
      return ask()
    })
    last = { state, results }
    return shown
  }

  return {
    search,
    async more(state) {
      if (last?.state !== state) await search(state)
      const results = last?.results
      const hits = (await results?.more()) ?? []
      return { html: hitsHtml(hits, base), left: results?.left() ?? 0 }
    },
  }
}
