import { useEffect, useRef, useState } from 'react'

type State = 'whole' | 'behind' | 'failed'

/** Milliseconds after the last sign that was typed. */
const pause = 5_000
/** And after a try that failed. */
const retry = 30_000

/**
 * Saves again what was saved once: a while after the last change, at another step or with another
 * file, and when the page is left.
 * @param active whether there is something saved
 * @param moment changes where what was written must not wait
 */
export function useAutosave(options: {
  active: boolean
  moment: string
  save: () => Promise<State>
}): {
  state: State
  changed: () => void
  saved: (whole: boolean) => void
  /** Saves no more until something changes; resolves when nothing is on its way. */
  rest: () => Promise<void>
} {
  const { active, moment } = options
  const [state, setState] = useState<State>('whole')
  const save = useRef(options.save)
  save.current = options.save
  const waits = useRef(false)
  const underWay = useRef<Promise<void> | null>(null)
  const goesOn = useRef(active)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const settle = (reached: State) => {
    setState(reached)
    waits.current = reached !== 'whole'
    if (reached !== 'whole') later(reached === 'failed' ? retry : pause)
  }
  const later = (milliseconds: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(now, milliseconds)
  }
  const now = () => {
    clearTimeout(timer.current)
    if (!goesOn.current || !waits.current || underWay.current) return
    underWay.current = save.current().then((reached) => {
      underWay.current = null
      if (goesOn.current) settle(reached)
    })
  }

  const known = useRef(moment)
  useEffect(() => {
    goesOn.current = active
    if (active && known.current !== moment) {
      // The step at which it goes on is another one, though nothing was written.
      waits.current = true
      now()
    }
    known.current = moment
  }, [active, moment])
  useEffect(() => {
    if (!active) return
    const leave = () => {
      if (document.visibilityState === 'hidden') now()
    }
    window.addEventListener('online', now)
    window.addEventListener('pagehide', now)
    document.addEventListener('visibilitychange', leave)
    return () => {
      clearTimeout(timer.current)
      window.removeEventListener('online', now)
      window.removeEventListener('pagehide', now)
      document.removeEventListener('visibilitychange', leave)
    }
  }, [active])

  return {
    state,
    changed() {
      if (!active) return
      goesOn.current = true
      waits.current = true
      setState('behind')
      later(pause)
    },
    saved(whole) {
      goesOn.current = true
      settle(whole ? 'whole' : 'behind')
    },
    async rest() {
      goesOn.current = false
      clearTimeout(timer.current)
      await underWay.current
    },
  }
}
