import { fold, type Folded } from './fold.ts'
import { compact } from './gap.ts'
import type { PersonalKind } from './kinds.ts'
import { findKnown } from './known.ts'
import type { Pattern } from './pattern.ts'
import { patterns } from './patterns.ts'

/** Where in a text something personal stands; `at` and `length` count UTF-16 units. */
export type Hit = { kind: PersonalKind; at: number; length: number }

type Span = { from: number; to: number }

type Reading = 'plain' | 'numerals'

/** Every place of a folded text where a pattern holds in one reading. */
function* placesOf({ find, holds }: Pattern, folded: Folded, reading: Reading): Generator<Span> {
  const text = folded[reading]
  const search = find[reading]
  search.lastIndex = 0
  for (let match = search.exec(text); match; match = search.exec(text)) {
    const from = match.index
    const found = match[0].trimEnd()
    const length = holds({ found, text, plain: folded.plain, from })
    if (length > 0) yield { from, to: from + length }
    // A candidate that is none may hide one that begins inside it.
    search.lastIndex = from + Math.max(length, 1)
  }
}

/**
 * Finds what may name or lead to a person: numbers with their checks, however they are spaced or
 * widened or written, and the `known` words of a case in every spelling. Hits do not overlap; the
 * surer kind stands first in `patterns` and wins.
 * @param text as a reader sees it; a line break parts what stands on both sides
 */
export function findPersonal(text: string, known: readonly string[] = []): Hit[] {
  const folded = fold(text)
  const hits: Hit[] = []
  const add = (kind: PersonalKind, { from, to }: Span) => {
    const at = folded.at(from)
    const end = folded.at(to - 1) + 1
    if (hits.some((hit) => at < hit.at + hit.length && hit.at < end)) return
    hits.push({ kind, at, length: end - at })
  }
  // Digits first: beside them a numeral is a word more often than not.
  for (const pattern of patterns) {
    for (const span of placesOf(pattern, folded, 'plain')) add(pattern.kind, span)
  }
  for (const pattern of patterns.filter(({ numerals }) => numerals)) {
    for (const span of placesOf(pattern, folded, 'numerals')) add(pattern.kind, span)
  }
  for (const span of findKnown(folded, known)) add('name', span)
  return hits.sort((a, b) => a.at - b.at)
}

/** A telephone number as it is dialled inside the country. */
function dialled(digits: string): string {
  return digits
    .replace(/^(?:00)?86(?=1[3-9]\d{9}$)/, '')
    .replace(/^(?:00)?860?(?=(?:10|2\d|[3-9]\d\d)[2-9]\d{6,7}$)/, '0')
    .replace(/^0(?=1[3-9]\d{9}$)/, '')
}

/** A letter that looks like a digit is one in a number only. */
const numbered = new Set<PersonalKind>(['id-number', 'phone', 'bank-card'])

function readOf(text: string, kind: PersonalKind): string {
  const { plain, numerals } = fold(text)
  if (numbered.has(kind)) return numerals
  return numerals.replace(/\d/g, (digit, at: number) =>
    /[OIL]/.test(plain.charAt(at)) ? plain.charAt(at) : digit,
  )
}

/** A hit as it is compared: the kind and what was found, without spacing and width. */
export function signOf(text: string, { kind, at, length }: Hit): string {
  const found = compact(readOf(text.slice(at, at + length), kind))
  return `${kind} ${kind === 'phone' ? dialled(found) : found}`
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
