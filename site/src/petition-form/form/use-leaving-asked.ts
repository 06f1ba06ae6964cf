import { useEffect } from 'react'
import { address } from '../../layouts/address.ts'

/**
 * Marks this entry of the browser's history as a step, without a new entry. Whatever page opened the
 * form, a reload opens the plain one, which goes on with what the tab has kept.
 */
export function markStep(step: number): void {
  history.replaceState({ step }, '', address('/petition/'))
}

/** Adds an entry for a step, so that the browser's back button leads to the one before. */
export function pushStep(step: number): void {
  history.pushState({ step }, '', `#step-${step + 1}`)
}

/** Follows the browser's back and forward buttons. Entries that are no steps, as of `#main`, stay. */
export function useStepHistory(show: (step: number) => void): void {
  useEffect(() => {
    const follow = ({ state }: PopStateEvent) => {
      const step = (state as { step?: unknown } | null)?.step
      if (typeof step === 'number') show(step)
    }
    window.addEventListener('popstate', follow)
    return () => window.removeEventListener('popstate', follow)
  }, [show])
}

/** Has the browser ask before the page is left while something is typed that would be lost. */
export function useLeavingAsked(active: boolean): void {
  useEffect(() => {
    if (!active) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [active])
}
