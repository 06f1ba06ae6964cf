import { gap } from './separators.ts'
import type { PersonalKind } from './kinds.ts'

/** A candidate: what was found from `from` on in `text`, and the text without numerals as digits. */
export type Candidate = { found: string; text: string; plain: string; from: number }

/** What a detector looks for in a normalised text, and how it makes sure. */
export type Pattern = {
  kind: PersonalKind
  /** Global; finds candidates in either reading. */
  find: { plain: RegExp; numerals: RegExp }
  /** Whether it is looked for in the reading with numerals as digits too. */
  numerals: boolean
  /** How much of a candidate is what it looks like; 0 where it is not. */
  holds: (candidate: Candidate) => number
}

/** So many digits, with what people put between them. */
export const digits = (count: string) => `\\d(?:${gap}\\d){${count}}`

/** A mobile number that was written on without a blank, as cells of a table are. */
const next = '1[3-9]\\d{9}(?!\\d)'
const isNext = new RegExp(`^${next}`)

/** Whether a number goes on before or after what was found, as a reader sees it. */
function isLonger({ found, plain, from }: Candidate): boolean {
  const before = plain.slice(Math.max(0, from - 2), from)
  const rest = plain.slice(from + found.length, from + found.length + 12)
  const goesOn = /^\d/.test(rest) && !found.endsWith('X') && !isNext.test(rest)
  return /\d\.?$/.test(before) || goesOn
}

/** What stands before a candidate, so many characters of it and no line before. */
export function before({ plain, from }: Candidate, count: number): string {
  return plain.slice(Math.max(0, from - count), from).replace(/^[^]*\n/, '')
}

export function after({ plain, from, found }: Candidate, count: number): string {
  const end = from + found.length
  return plain.slice(end, end + count).replace(/\n[^]*$/, '')
}

/** A pattern whose number must not go on; in Chinese numerals it may, since 一 is a word as well. */
export function number(kind: PersonalKind, source: string, holds: Pattern['holds']): Pattern {
  return {
    kind,
    find: {
      plain: new RegExp(`${source}(?:(?!\\d)|(?<=X)|(?=${next}))`, 'g'),
      numerals: new RegExp(source, 'g'),
    },
    numerals: true,
    holds: (candidate) => (isLonger(candidate) ? 0 : holds(candidate)),
  }
}

/** A pattern of words and numbers. */
export function words(
  kind: PersonalKind,
  source: string,
  holds: Pattern['holds'] = ({ found }) => found.length,
  numerals = true,
): Pattern {
  const find = new RegExp(source, 'g')
  return { kind, find: { plain: find, numerals: find }, numerals, holds }
}
