import { AsyncLocalStorage } from 'node:async_hooks'

const storage = new AsyncLocalStorage<true>()

/** Runs `work` as one of the desk's own steps: the guard lets what it writes of records through. */
export function writeRecords<T>(work: () => Promise<T>): Promise<T> {
  return storage.run(true, work)
}

/** Whether the caller is one of the desk's own steps. */
export function isWritingRecords(): boolean {
  return storage.getStore() === true
}
