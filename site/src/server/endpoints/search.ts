import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import type { Logger } from 'pino'
import type { Task } from '../../search/server/worker.ts'
import { limitedPage, missingPage, startPage, type Shown } from '../../search/show/page.ts'
import { readState, type State } from '../../search/show/state.ts'
import type { Limits } from '../limits/limits.ts'
import type { Missing } from './missed-queries.ts'
import type { Release } from '../releases/release.ts'

/** What the search page is given with a request: what was asked, and the answer to show. */
export type Searching = { state: State; shown: Shown; retryAfter?: number }

const blankState = readState(new URLSearchParams())

/** The search page before anything is asked. */
export const blankSearch: Searching = { state: blankState, shown: startPage(blankState) }

const filename = fileURLToPath(new URL('../../search/server/worker.ts', import.meta.url))
/** A thread is replaced after so many questions: Pagefind gives no memory back. */
const tasksAThread = 1000
/** Questions that may wait; a question that takes longer is given up with its thread. */
const mostWaiting = 100
const timeoutMs = 5000

function startPool(): Piscina {
  return new Piscina({
    filename,
    ...{ minThreads: 0, maxThreads: 1, maxQueue: mostWaiting, idleTimeout: 60_000 },
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  })
}

/**
 * Answers searches on the server, for readers without JavaScript and for the first page of everybody,
 * in a thread of its own, so that a slow question holds up no filing. What is searched for is never
 * logged; what is not found is counted (`missing.ts`).
 */
export function createSearching(parts: {
  basePath: string
  limits: Limits
  missing: Pick<Missing, 'count'>
  log: Logger
}) {
  const { basePath, limits, missing, log } = parts
  let pool = startPool()
  let tasks = 0

  function poolForNext(): Piscina {
    tasks += 1
    if (tasks % tasksAThread === 0) {
      // What was asked of it is still answered.
      void pool.close()
      pool = startPool()
    }
    return pool
  }

  async function search(
    release: Release,
    given: URLSearchParams,
    address: string,
  ): Promise<Searching> {
    const state = readState(given)
    if (!state.query) return { ...blankSearch, state }
    const allowed = await limits.allow('searching', { address })
    if (!allowed.ok) return { state, shown: limitedPage(), retryAfter: allowed.retryAfter }
    const task: Task = { folder: join(release.client, 'search-index'), base: basePath, state }
    try {
      const signal = AbortSignal.timeout(timeoutMs)
      const shown = (await poolForNext().run(task, { signal })) as Shown
      if (shown.missed) missing.count(state.query, address)
      return { state, shown }
    } catch (error) {
      const { name, code } = error as Error & { code?: string }
      log.error({ fault: code ?? name }, 'the search index does not answer')
      return { state, shown: missingPage(), retryAfter: 10 }
    }
  }

  return { search, close: () => pool.destroy() }
}
