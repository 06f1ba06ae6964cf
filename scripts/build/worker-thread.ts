import { parentPort, workerData } from 'node:worker_threads'
import type { Given, Task } from './worker.ts'
import { findLeaks } from './privacy.ts'
import { buildSearch } from './search.ts'

// The thread of `worker.ts`.
const { library, contentDir } = workerData as Given

function work(task: Task): Promise<unknown> {
  return task.kind === 'search'
    ? buildSearch(library, contentDir, task.target, task.cache)
    : findLeaks(library, task.client, task.names)
}

parentPort?.on('message', (task: Task) => {
  work(task).then(
    (done) => parentPort?.postMessage({ done }),
    (fault: unknown) => parentPort?.postMessage({ fault }),
  )
})
