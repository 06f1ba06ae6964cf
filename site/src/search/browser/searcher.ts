import type { Shown } from '../show/page.ts'
import type { State } from '../show/state.ts'
import type { Similar } from '../ask/similar.ts'
import type { Answered, Question, Reply, Request } from './worker.ts'

export type Searcher = {
  /** False in browsers whose workers cannot be modules: the server answers those, page by page. */
  works(): boolean
  /** Fetches what every search needs, before the first one. */
  prepare(): void
  search(state: State): Promise<Shown>
  /** Published results that are like a text. */
  similar(text: string): Promise<Similar[]>
}

type Asker = { done: (answered: Answered) => void; fail: (error: Error) => void }

/** Searches in a worker, which is started when it is first needed. */
export function createSearcher(base: string): Searcher {
  const waiting = new Map<number, Asker>()
  let worker: Worker | undefined
  let turn = 0
  let knowsModules = false

  function start(): Worker {
    const started = new Worker(new URL('./worker.ts', import.meta.url), {
      get type(): 'module' {
        knowsModules = true
        return 'module'
      },
    })
    started.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      const asker = waiting.get(data.turn)
      waiting.delete(data.turn)
      if ('error' in data) asker?.fail(new Error(data.error))
      else asker?.done(data.answered)
    })
    started.addEventListener('error', () => {
      for (const { fail } of waiting.values()) fail(new Error('the search worker has ended'))
      waiting.clear()
      worker = undefined
    })
    return started
  }

  function ask(question: Question): Promise<Answered> {
    const asked = (worker ??= start())
    turn += 1
    const request: Request = { turn, base, question }
    return new Promise((done, fail) => {
      waiting.set(request.turn, { done, fail })
      asked.postMessage(request)
    })
  }

  return {
    works() {
      if (!('WebAssembly' in window)) return false
      worker ??= start()
      return knowsModules
    },
    prepare: () => void ask({ kind: 'prepare' }).catch(() => undefined),
    search: (state) => ask({ kind: 'search', state }) as Promise<Shown>,
    similar: (text) => ask({ kind: 'similar', text }) as Promise<Similar[]>,
  }
}
