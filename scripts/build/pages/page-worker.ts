import { parentPort, workerData } from 'node:worker_threads'
import { mapConcurrently } from '../map-concurrently.ts'
import { openPageMaker, PageError, type PageTarget } from './page-maker.ts'
import type { WantedPage } from '../release/wanted.ts'

// A thread of `make-pages.ts`.
const opened = openPageMaker(workerData as PageTarget)
// What keeps it from opening is told with the first pages.
opened.catch(() => undefined)

parentPort?.on('message', async (pages: WantedPage[]) => {
  try {
    parentPort?.postMessage({ done: await mapConcurrently(pages, await opened) })
  } catch (error) {
    // A class does not come through: what staff are told goes by itself.
    const fault = error instanceof PageError ? error.fault.file : undefined
    parentPort?.postMessage({ fault, error: error instanceof PageError ? error.cause : error })
  }
})
