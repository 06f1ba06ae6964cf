import { useEffect } from 'react'

/** Asks before the tab is closed while something is half written, which is kept in this tab only. */
export function useCloseWarning(isHalfWritten: boolean): void {
  useEffect(() => {
    if (!isHalfWritten) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isHalfWritten])
}
