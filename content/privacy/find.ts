import { fold } from './fold.ts'
import type { PersonalKind } from './kinds.ts'
import { patterns } from './patterns.ts'

/** Where in a text something personal stands; `at` and `length` count UTF-16 units. */
export type Hit = { kind: PersonalKind; at: number; length: number }

/** Names and other words that are known to belong to somebody, as short as two characters. */
const shortestKnown = 2

/**
 * Finds what may name or lead to a person: numbers with their checks, however they are spaced or
 * widened, and the `known` words of a case. Hits do not overlap; the surer kind stands first in
 * `patterns` and wins.
 */
export function findPersonal(text: string, known: readonly string[] = []): Hit[] {
  const folded = fold(text)
  const hits: Hit[] = []
  const add = (hit: Hit) => {
    const end = hit.at + hit.length
    if (!hits.some(({ at, length }) => at < end && hit.at < at + length)) hits.push(hit)
  }
  for (const { kind, find, holds } of patterns) {
    for (const match of folded.matchAll(find)) {
      const found = match[0].trimEnd()
      if (holds(found.replace(/[ ()+-]/g, ''))) {
        add({ kind, at: match.index, length: found.length })
      }
    }
  }
  for (const word of known) {
    const wanted = fold(word.trim())
    if (wanted.length < shortestKnown) continue
    for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + 1)) {
      add({ kind: 'name', at, length: wanted.length })
    }
  }
  return hits.sort((a, b) => a.at - b.at)
}

/** A hit as it is compared: the kind and what was found, without spacing and width. */
export function signOf(text: string, { kind, at, length }: Hit): string {
  const found = fold(text.slice(at, at + length)).replace(/[ ()+-]/g, '')
  return `${kind} ${kind === 'phone' ? found.replace(/^(?:00)?86(?=1)/, '') : found}`
}

/** What is shown of a hit to whoever must mend it: a little of what stands around it. */
export function excerptOf(text: string, { at, length }: Hit): string {
  const from = Math.max(0, at - 12)
  const to = Math.min(text.length, at + length + 12)
  const line = text.slice(from, to).replace(/\s+/g, ' ')
  return `${from > 0 ? '…' : ''}${line}${to < text.length ? '…' : ''}`
}

/** A text in which every hit is one star, for messages that may be logged. */
export function masked(text: string): string {
  let rest = text
  for (const { at, length } of findPersonal(text).reverse()) {
    rest = `${rest.slice(0, at)}＊${rest.slice(at + length)}`
  }
  return rest
}
