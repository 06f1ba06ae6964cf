import { useCallback, useSyncExternalStore } from 'react'

/** When this page last saved each entry, as the server answered. */
const saved = new Map<string, string>()
const listeners = new Set<() => void>()

/** Notes when an entry was saved from this page. */
export function noteSaved(entry: string, at: string): void {
  saved.set(entry, at)
  for (const listener of listeners) listener()
}

/**
 * When the version of an entry that is on the page was saved: known from the answer to a save before
 * the entry has been read anew.
 * @param readAt when the version that was read last was saved; undefined where none was
 */
export function useSavedAt(entry: string, readAt: string | undefined): string | undefined {
  const subscribe = useCallback((listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }, [])
  const at = useSyncExternalStore(subscribe, () => saved.get(entry))
  return readAt && at && Date.parse(at) > Date.parse(readAt) ? at : readAt
}
