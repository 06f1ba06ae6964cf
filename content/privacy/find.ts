import { findDisguised } from './disguised-numbers.ts'
import { normalise, type NormalisedText } from './normalise.ts'
import { compact } from './separators.ts'
import type { PersonalKind } from './kinds.ts'
import { findKnown } from './known-words.ts'
import type { Pattern } from './pattern.ts'
import { patterns } from './all-patterns.ts'
import { findPersons } from './persons.ts'
import { firstBehind, overlapping, type Span } from './spans.ts'

/**
 * Where in a text something personal stands; `at` and `length` count UTF-16 units. `value`: what it reads, where
 * that is not what stands there.
 */
export type Hit = { kind: PersonalKind; at: number; length: number; value?: string }

type Reading = 'plain' | 'numerals'

/** Every place of a normalised text where a pattern holds in one reading. */
function* placesOf(
  { find, holds }: Pattern,
  normalised: NormalisedText,
  reading: Reading,
): Generator<Span> {
  const text = normalised[reading]
  const search = find[reading]
  search.lastIndex = 0
  for (let match = search.exec(text); match; match = search.exec(text)) {
    const from = match.index
    const found = match[0].trimEnd()
    const length = holds({ found, text, plain: normalised.plain, from })
    if (length > 0) yield { from, to: from + length }
    // A candidate that is none may hide one that begins inside it.
    search.lastIndex = from + Math.max(length, 1)
  }
}

/** Keeps hits that overlap none that was found before. */
function collector(normalised: NormalisedText) {
  /** In the order of the text. */
  const kept: (Span & { hit: Hit })[] = []
  return {
    hits: () => kept.map(({ hit }) => hit),
    add(kind: PersonalKind, { from, to }: Span, value?: string) {
      const span = { from: normalised.at(from), to: normalised.at(to - 1) + 1 }
      const met = overlapping(kept, span)
      // A part of an ID number, such as 19850412002, looks like a telephone.
      const isPart = ({ hit, ...part }: Span & { hit: Hit }) =>
        hit.kind !== 'id-number' && part.from >= span.from && part.to <= span.to
      const holds = kind === 'id-number' && value?.length === 18 && met.every(isPart)
      if (met.length > 0 && !holds) return
      const length = span.to - span.from
      const hit = { kind, at: span.from, length, ...(value === undefined ? {} : { value }) }
      kept.splice(firstBehind(kept, span.from), met.length, { ...span, hit })
    },
  }
}

/** What is surely looked for, and the disguised numbers of which somebody must be asked. */
function search(text: string, known: readonly string[]) {
  const normalised = normalise(text)
  const sure = collector(normalised)
  // Digits first: beside them a numeral is a word more often than not.
  for (const pattern of patterns) {
    for (const span of placesOf(pattern, normalised, 'plain')) sure.add(pattern.kind, span)
  }
  for (const pattern of patterns.filter(({ numerals }) => numerals)) {
    for (const span of placesOf(pattern, normalised, 'numerals')) sure.add(pattern.kind, span)
  }
  const disguised = [...findDisguised(normalised)]
  for (const { kind, value, ...span } of disguised.filter(({ isSure }) => isSure)) {
    sure.add(kind, span, value)
  }
  for (const span of findKnown(normalised, known)) sure.add('name', span)
  return { normalised, sure, unsure: disguised.filter(({ isSure }) => !isSure) }
}

/**
 * Finds what names or leads to a person: numbers with their checks, however they are spaced or
 * widened or written, and the `known` words of a case in every spelling. Hits do not overlap; the
 * surer kind stands first in `patterns` and wins.
 * @param text as a reader sees it; a line break parts what stands on both sides, but for a number
 *   that has a check or is called one
 */
export function findPersonal(text: string, known: readonly string[] = []): Hit[] {
  return search(text, known).sure.hits()
}

/**
 * Finds what only may lead to a person, beside what `findPersonal` finds: full names of people of whom
 * nothing is known, digits of neighbouring cells and lines that together have the shape of a telephone
 * or card. Much of it is harmless, so somebody is asked, and nothing is stopped for it alone.
 */
export function findDoubtful(text: string, known: readonly string[] = []): Hit[] {
  const { normalised, sure, unsure } = search(text, known)
  const before = new Set(sure.hits())
  for (const { kind, value, ...span } of unsure) sure.add(kind, span, value)
  for (const span of findPersons(normalised.plain)) sure.add('person', span)
  return sure.hits().filter((hit) => !before.has(hit))
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
  const { plain, numerals } = normalise(text)
  if (numbered.has(kind)) return numerals
  return numerals.replace(/\d/g, (digit, at: number) =>
    /[OIL]/.test(plain.charAt(at)) ? plain.charAt(at) : digit,
  )
}

/** A hit as it is compared: the kind and what was found, without spacing and width. */
export function signOf(text: string, { kind, at, length, value }: Hit): string {
  const found = value ?? compact(readOf(text.slice(at, at + length), kind))
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
