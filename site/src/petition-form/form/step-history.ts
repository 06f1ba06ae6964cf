import { address } from '../../layouts/address.ts'
import { useEffect, useRef } from 'react'

/** Steps up to the one that is shown: each has an entry of the browser's history, in this order. */
type StepPath = readonly number[]

/** The steps of a form in the browser's history, so that Back always leads to the step before. */
type StepHistory = {
  /**
   * Takes over the page at the end of a way. Whatever page opened the form, a reload opens the plain
   * one, which goes on with what the tab has kept.
   */
  begin(way: StepPath): void
  /**
   * Makes the end of a way the present entry, with those before it behind it: goes over entries that
   * are there, back or forward, and adds those that are not. Nothing while another move is under way.
   */
  go(way: StepPath, arrived: () => void): void
  close(): void
}

/** A browser that cannot go where it was sent says nothing. */
const timeoutMs = 1_000

/** @param show told of the step that the browser's own buttons lead to */
function createStepHistory(show: (step: number) => void): StepHistory {
  /** Those behind the present entry, itself, and those ahead of it. */
  let way: number[] = []
  let at = 0
  let arrive: (() => void) | null = null

  const replaceEntry = (url: string) => history.replaceState({ way: way.slice(0, at + 1) }, '', url)
  const push = (step: number) => {
    way = [...way.slice(0, at + 1), step]
    at += 1
    history.pushState({ way }, '', addressOf(step))
  }
  const onPopState = ({ state }: PopStateEvent) => {
    const behind = pathOf(state)
    if (!behind) {
      // A link within the page, as to `#main`, has added an entry: it shows the same step.
      const shown = way[at] ?? 0
      way = [...way.slice(0, at + 1), shown]
      at += 1
      return replaceEntry(location.href)
    }
    at = behind.length - 1
    if (shared(way, behind) < behind.length) way = [...behind]
    if (arrive) return arrive()
    show(behind[at] ?? 0)
  }
  window.addEventListener('popstate', onPopState)

  const go: StepHistory['go'] = (wanted, arrived) => {
    if (arrive) return
    const known = shared(way, wanted)
    const add = () => {
      for (const step of wanted.slice(known)) push(step)
      arrived()
    }
    if (known - 1 === at) return add()
    const there = () => {
      clearTimeout(timer)
      arrive = null
      at = known - 1
      add()
    }
    const timer = setTimeout(there, timeoutMs)
    arrive = there
    history.go(known - 1 - at)
  }

  return {
    begin(wanted) {
      // The step is brought into view, from its top.
      history.scrollRestoration = 'manual'
      way = [...(pathOf(history.state) ?? wanted.slice(0, 1))]
      at = way.length - 1
      replaceEntry(addressOf(way[at] ?? 0))
      go(wanted, () => {})
    },
    go,
    close: () => window.removeEventListener('popstate', onPopState),
  }
}

function addressOf(step: number): string {
  return address('/petition/') + (step === 0 ? '' : `#step-${step + 1}`)
}

function pathOf(state: unknown): StepPath | null {
  const way = (state as { way?: unknown } | null)?.way
  const sound = Array.isArray(way) && way.length > 0 && way.every(Number.isInteger)
  return sound ? (way as number[]) : null
}

/** How many steps two ways have in common from the beginning. */
function shared(one: StepPath, other: StepPath): number {
  const parting = one.findIndex((step, place) => step !== other[place])
  return parting === -1 ? one.length : parting
}

/** The browser's history of the form on this page. */
export function useStepHistory(show: (step: number) => void): { current: StepHistory | null } {
  const shown = useRef(show)
  shown.current = show
  const steps = useRef<StepHistory>(null)
  useEffect(() => {
    steps.current = createStepHistory((step) => shown.current(step))
    return () => steps.current?.close()
  }, [])
  return steps
}
