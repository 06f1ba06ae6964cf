import { useCallback, useRef, useSyncExternalStore } from 'react'

type Slot = { value?: { now: unknown }; watchers: Set<() => void> }
const slots = new Map<string, Slot>()

/** Milliseconds within which panels that were taken down are up again, also on an old telephone. */
const remountTimeoutMs = 10_000

/** Forgets what nobody shows any more: at once where another page is open, else when it does not come up again. */
function leave(name: string, slot: Slot, place: string): void {
  const forget = () => {
    if (slot.watchers.size === 0 && slots.get(name) === slot) slots.delete(name)
  }
  if (location.pathname === place) setTimeout(forget, remountTimeoutMs)
  else forget()
}

/**
 * State of a part of a panel beside an entry. A window that becomes narrow or wide, as a telephone that is
 * turned, moves the panels between the side and a drawer: each is taken down and put up anew, and what is open,
 * chosen or shown in it must not be gone. What is closed is forgotten some seconds later: a name says of which
 * draft it is, where that matters.
 * @param name of this state, as no other on the page
 */
export function useHeldState<S>(
  name: string,
  initial: S,
): [S, (next: S | ((now: S) => S)) => void] {
  const first = useRef(initial)
  const watch = useCallback(
    (onChange: () => void) => {
      const slot = slots.get(name) ?? { watchers: new Set() }
      slots.set(name, slot)
      slot.watchers.add(onChange)
      const place = location.pathname
      return () => {
        slot.watchers.delete(onChange)
        queueMicrotask(() => leave(name, slot, place))
      }
    },
    [name],
  )
  const read = () => {
    const value = slots.get(name)?.value
    return value ? (value.now as S) : first.current
  }
  const set = useCallback(
    (next: S | ((now: S) => S)) => {
      const slot = slots.get(name)
      // An answer that comes when nobody is there any more.
      if (!slot) return
      const now = slot.value ? (slot.value.now as S) : first.current
      slot.value = { now: typeof next === 'function' ? (next as (now: S) => S)(now) : next }
      for (const onChange of slot.watchers) onChange()
    },
    [name],
  )
  return [useSyncExternalStore(watch, read), set]
}
