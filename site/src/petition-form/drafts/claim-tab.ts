import { newId } from '../submit/random-id.ts'
import { renameTab, tabName } from './tab-storage.ts'

/** A page that is reloaded leaves its lock in a moment; a tab that is open keeps it. */
const timeoutMs = 1_000

/**
 * Claims this tab's name for as long as the page lives. A duplicated tab comes with the name, and all
 * else that the first has kept: it gets a name of its own and is told so. Where the browser has no locks
 * nothing is told, and the server asks before it files other words under the same key.
 */
export function claimTab(onDuplicate: () => void): void {
  // Only where the page came by an encrypted way, or from this machine.
  if (!navigator.locks) return
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), timeoutMs)
  const hold = () => {
    clearTimeout(timer)
    return new Promise<never>(() => {})
  }
  const lockOf = (name: string) => `petition-tab-${name}`
  navigator.locks.request(lockOf(tabName(newId)), { signal: abort.signal }, hold).catch(() => {
    if (!abort.signal.aborted) return
    const name = newId()
    renameTab(name)
    void navigator.locks.request(lockOf(name), hold)
    onDuplicate()
  })
}
