import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { ReleaseFile } from '../release/write-file.ts'
import { mapConcurrently } from '../map-concurrently.ts'
import { openPageMaker, PageError, type PageTarget } from './page-maker.ts'
import type { WantedPage } from '../release/wanted.ts'

/** A thread takes half a second to begin: fewer pages are sooner made without. */
const worthAThread = 400
const batch = 40

type Answer = { done: ReleaseFile[] } | { fault: string | undefined; error: unknown }

function openThread(output: PageTarget) {
  const thread = new Worker(new URL('./page-worker.ts', import.meta.url), { workerData: output })
  return {
    async make(pages: WantedPage[]): Promise<ReleaseFile[]> {
      thread.postMessage(pages)
      // Rejects where the thread itself breaks.
      const [answer] = (await once(thread, 'message')) as [Answer]
      if ('done' in answer) return answer.done
      throw answer.fault === undefined ? answer.error : new PageError(answer.fault, answer.error)
    },
    close: () => thread.terminate(),
  }
}

/**
 * Renders pages into a release, many of them on every core.
 * @param progress told how many are made
 */
export async function makePages(
  output: PageTarget,
  pages: readonly WantedPage[],
  progress: (made: number) => void,
): Promise<ReleaseFile[]> {
  if (pages.length === 0) return []
  const own = await openPageMaker(output)
  const more = pages.length < worthAThread ? 0 : availableParallelism() - 1
  const threads = Array.from({ length: more }, () => openThread(output))
  const finished: ReleaseFile[] = []
  let next = 0
  const lane = async (make: (some: WantedPage[]) => Promise<ReleaseFile[]>) => {
    while (next < pages.length) {
      const some = pages.slice(next, next + batch)
      next += some.length
      finished.push(...(await make(some)))
      progress(finished.length)
    }
  }
  try {
    const lanes = threads.map(({ make }) => lane(make))
    await Promise.all([...lanes, lane((some) => mapConcurrently(some, own))])
    return finished
  } finally {
    await Promise.all(threads.map(({ close }) => close()))
  }
}
