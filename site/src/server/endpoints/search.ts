import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import type { Logger } from 'pino'
import type { Task } from '../../search/server/worker.ts'
import { emptyPage, startPage, type SearchPage, type Shown } from '../../search/show/page.ts'

import { readState } from '../../search/show/state.ts'
import type { Limits } from '../limits/limits.ts'
import type { MissedQueryCounter } from './missed-queries.ts'
import type { PageEndpoint, PageRequest } from './page-endpoint.ts'

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
 * logged; what is not found is counted (`missed-queries.ts`).
 */
export function searchEndpoint(parts: {
  basePath: string
  limits: Limits
  missed: Pick<MissedQueryCounter, 'count'>
  log: Logger
}): PageEndpoint & { close(): Promise<void> } {
  const { basePath, limits, missed, log } = parts
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

  async function search({ release, query, address }: PageRequest): Promise<SearchPage> {
    const state = readState(query)
    if (!state.query) return { state, shown: startPage(state) }
    const allowed = await limits.allow('searching', { address })
    if (!allowed.ok) return { state, shown: emptyPage('limited'), retryAfter: allowed.retryAfter }
    const task: Task = { folder: join(release.client, 'search-index'), base: basePath, state }
    try {
      const signal = AbortSignal.timeout(timeoutMs)
      const shown = (await poolForNext().run(task, { signal })) as Shown
      if (shown.missed) missed.count(state.query, address)
      return { state, shown }
    } catch (error) {
      const { name, code } = error as Error & { code?: string }
      log.error({ fault: code ?? name }, 'the search index does not answer')
      return { state, shown: emptyPage('missing'), retryAfter: 10 }
    }
  }

  return {
    path: '/search/',
    takesForms: false,
    async respond(request) {
      const page = await search(request)
      const { shown, retryAfter } = page
      const refused = shown.view === 'limited' ? 429 : 503
      return {
        status: retryAfter === undefined ? 200 : refused,
        ...(retryAfter !== undefined && { retryAfter }),
        show: { content: async () => ({ search: page }) },
      }
    },
    close: () => pool.destroy(),
  }
}
