import { useEffect, useState, type RefObject } from 'react'

/** Whether something has come into sight, or near it, once. */
export function useInSight(target: RefObject<Element>): boolean {
  const [isSeen, setSeen] = useState(false)
  useEffect(() => {
    const { current } = target
    if (!current || isSeen) return undefined
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setSeen(true),
      { rootMargin: '200px' },
    )
    observer.observe(current)
    return () => observer.disconnect()
  }, [target, isSeen])
  return isSeen
}
