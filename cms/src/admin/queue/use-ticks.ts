import { mostTicked } from '../../contracts/cases/hand-over.ts'
import { useHeldState } from '../saving/use-held-state'

/** The cases that are ticked in the queue, over all its pages. */
export type Ticks = {
  ids: readonly string[]
  toggle: (id: string) => void
  /** Ticks all of some cases, or none of them any more where all are. */
  toggleAll: (ids: readonly string[]) => void
  clear: () => void
  isFull: boolean
}

/** The cases that are ticked, by their entries; kept while the page is laid out anew. */
export function useTicks(): Ticks {
  const [ids, setIds] = useHeldState<readonly string[]>('queue ticked', [])
  const add = (now: readonly string[], more: readonly string[]) =>
    [...new Set([...now, ...more])].slice(0, mostTicked)
  return {
    ids,
    toggle: (id) =>
      setIds((now) => (now.includes(id) ? now.filter((one) => one !== id) : add(now, [id]))),
    toggleAll: (all) =>
      setIds((now) =>
        all.every((id) => now.includes(id))
          ? now.filter((one) => !all.includes(one))
          : add(now, all),
      ),
    clear: () => setIds([]),
    isFull: ids.length >= mostTicked,
  }
}
