import { wrap, type Remote } from 'comlink'
import type { SearchWorker } from './worker.ts'

type Started = { asked: Remote<SearchWorker>; ended: Promise<never> }

let running: Started | undefined
let knowsModules = false

function start(): Started {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    get type(): 'module' {
      knowsModules = true
      return 'module'
    },
  })
  const ended = new Promise<never>((_, fail) => {
    worker.addEventListener('error', () => {
      running = undefined
      fail(new Error('the search worker has ended'))
    })
  })
  // Only whoever waits for an answer is told.
  ended.catch(() => undefined)
  return { asked: wrap<SearchWorker>(worker), ended }
}

/** False in browsers whose workers cannot be modules: the server answers those, page by page. */
export function searchesHere(): boolean {
  if (!('WebAssembly' in window)) return false
  running ??= start()
  return knowsModules
}

/** Asks the worker, which is started when it is first needed. @throws where the index does not answer */
export function ask<T>(question: (worker: Remote<SearchWorker>) => Promise<T>): Promise<T> {
  const { asked, ended } = (running ??= start())
  return Promise.race([question(asked), ended])
}
