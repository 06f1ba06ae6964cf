import { useEffect } from 'react'

/** Marks the links of the rows, which the keys go through. */
export const rowLink = { 'data-queue-row': '' }

function step(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('[data-queue-row]')]
  const now = links.findIndex((link) => link === document.activeElement)
  const next = now === -1 ? (by === 1 ? 0 : links.length - 1) : now + by
  links[next]?.focus()
  links[next]?.scrollIntoView({ block: 'nearest' })
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Whether something is open over the page that has keys of its own. */
const isCovered = () => document.querySelector('[role="dialog"], [role="listbox"]') !== null

/**
 * The keys of the queue: `/` to the search, j and k or arrows through the cases, 1 to 9 and 0 to its tabs. Enter opens the
 * case whose link they have come to, as on any link.
 */
export function useQueueKeys(actions: {
  search: () => void
  openTab: (index: number) => void
}): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, target } = event
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (isTyping(target) || isCovered()) return
      // Other controls have their own use for arrows.
      const isFree =
        target === document.body ||
        (target instanceof HTMLElement && target.matches('[data-queue-row], a, main'))
      if (key === '/') actions.search()
      else if (key === 'j' || (key === 'ArrowDown' && isFree)) step(1)
      else if (key === 'k' || (key === 'ArrowUp' && isFree)) step(-1)
      else if (/^\d$/.test(key)) actions.openTab((Number(key) + 9) % 10)
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [actions])
}
