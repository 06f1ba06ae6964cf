import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Library } from '@portal/content/entry/library'
import type { Leak } from './privacy.ts'

/** What the thread knows from the beginning. */
export type Given = { library: Library; contentDir: string }

/** What the thread is asked for, one after another. */
export type Task =
  | { kind: 'search'; target: string; cache: string }
  | { kind: 'privacy'; client: string; names: string[] }

type Answer = { done: unknown } | { fault: unknown }

/** A thread of the build on the machine's second core; it is asked for one thing after another. */
export function openWorker(given: Given) {
  const thread = new Worker(new URL('./worker-thread.ts', import.meta.url), { workerData: given })
  const ask = async (task: Task): Promise<unknown> => {
    thread.postMessage(task)
    // Rejects where the thread itself breaks.
    const [answer] = (await once(thread, 'message')) as [Answer]
    if ('fault' in answer) throw answer.fault
    return answer.done
  }
  return {
    /** Writes the search index into `target`. */
    buildSearch: (target: string, cache: string) =>
      ask({ kind: 'search', target, cache }) as Promise<void>,
    /** See `findLeaks`. */
    findLeaks: (client: string, names: string[]) =>
      ask({ kind: 'privacy', client, names }) as Promise<Leak[]>,
    [Symbol.asyncDispose]: async () => void (await thread.terminate()),
  }
}
