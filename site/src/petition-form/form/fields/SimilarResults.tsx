import { useEffect, useState } from 'react'
import type { Similar } from './similar.ts'

const shortest = 4
const pause = 700

/** Published results like what is being typed, offered without getting in the way. */
export function SimilarResults({ title }: { title: string }) {
  const [similar, setSimilar] = useState<Similar[]>([])
  useEffect(() => {
    let current = true
    if (Array.from(title.trim()).length < shortest) {
      setSimilar([])
      return
    }
    const timer = setTimeout(async () => {
      // An offer only: whoever cannot be shown any writes on undisturbed.
      const found = await import('./similar.ts')
        .then(({ findSimilar }) => findSimilar(title))
        .catch(() => [])
      if (current) setSimilar(found)
    }, pause)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [title])
  return (
    <div role="status">
      {similar.length > 0 && (
        <div className="message">
          <p>
            <strong>别人提过类似的事，已经公布了结果。</strong>
            可以先看看，再接着写（在新窗口打开）：
          </p>
          <ul className="links">
            {similar.map(({ title: name, href }) => (
              <li key={href}>
                <a href={href} target="_blank" rel="noopener">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
