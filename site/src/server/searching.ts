import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { createSlots } from '../petition/slots.ts'
import { openIndex } from '../search/ask/open-index.ts'
import { sourceIn } from '../search/server/source.ts'
import { answer } from '../search/show/answer.ts'
import { limitedPage, missingPage, startPage, type Shown } from '../search/show/page.ts'
import { readState, type State } from '../search/show/state.ts'
import { finder } from '../search/suggest/load.ts'
import type { Limits } from './limits.ts'
import type { Release } from './release.ts'

/** What the search page is given with a request: what was asked, and the answer to show. */
export type Searching = { state: State; shown: Shown; retryAfter?: number }

/** The search page before anything is asked. */
export const blankSearch: Searching = {
  state: readState(new URLSearchParams()),
  shown: startPage(readState(new URLSearchParams())),
}

/**
 * Answers searches on the server, for readers without JavaScript and for the first page of everybody.
 * The index is opened anew for each: that takes a millisecond, and nothing stays in memory. What is
 * searched for is neither kept nor logged.
 * @returns answers what was asked from an address
 */
export function createSearching(parts: { basePath: string; limits: Limits; log: Logger }) {
  const { basePath, limits, log } = parts
  const slots = createSlots({ running: 4, waiting: 100 })
  return async (release: Release, given: URLSearchParams, address: string): Promise<Searching> => {
    const state = readState(given)
    if (!state.query) return { ...blankSearch, state }
    const allowed = await limits.allow('searching', { address })
    if (!allowed.ok) return { state, shown: limitedPage(), retryAfter: allowed.retryAfter }
    try {
      const { shown } = await slots.run(async () => {
        const folder = join(release.client, 'search-index')
        const index = await openIndex(sourceIn(folder))
        const suggest = finder(async (name) =>
          JSON.parse(await readFile(join(folder, name), 'utf8')),
        )
        return answer(index, state, suggest, basePath)
      })
      return { state, shown }
    } catch (error) {
      const { name, code } = error as Error & { code?: string }
      log.error({ fault: code ?? name }, 'the search index does not answer')
      return { state, shown: missingPage(), retryAfter: 10 }
    }
  }
}
