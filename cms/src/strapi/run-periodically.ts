import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * Does something again and again, never twice at once, beginning at once; for as long as nobody stops it.
 * @param work sees to its own faults
 * @param pauseMs from the end of one turn to the begin of the next
 * @returns stop: resolves when the turn under way has ended
 */
export function repeat(work: () => Promise<void>, pauseMs: number): () => Promise<void> {
  // A turn belongs to nobody: it must not carry on a request's user or transaction.
  const outside = AsyncLocalStorage.snapshot()
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let current = Promise.resolve()
  const turn = () => {
    current = outside(work).finally(() => {
      if (!stopped) timer = setTimeout(turn, pauseMs)
    })
  }
  timer = setTimeout(turn, 0)
  return async () => {
    stopped = true
    clearTimeout(timer)
    await current
  }
}
