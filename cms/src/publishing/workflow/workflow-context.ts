import { AsyncLocalStorage } from 'node:async_hooks'

const storage = new AsyncLocalStorage<true>()

/** Runs `work` as a step of the workflow: the guard lets its publications and drafts through. */
export function insideWorkflow<T>(work: () => Promise<T>): Promise<T> {
  return storage.run(true, work)
}

/** Whether the caller is a step of the workflow. */
export function isInsideWorkflow(): boolean {
  return storage.getStore() === true
}
