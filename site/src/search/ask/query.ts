import { spellings } from '../spellings.ts'
import { fold, terms, type Variants } from '../tokenise.ts'
import type { Phrase } from './phrase.ts'

/** The longest query that is read, in characters; the rest is left out. */
export const longestQuery = 500
/** So many terms are looked for; more say nothing more. */
const mostTerms = 12

const meaningful = /[\p{L}\p{N}]/u

/** A query cut to its length, without space around it. */
export function trimQuery(typed: string): string {
  return Array.from(typed.normalize()).slice(0, longestQuery).join('').trim()
}

/** The phrases of a query, which stand apart by spaces. Punctuation alone is no phrase. */
export function phrasesOf(query: string, variants: Variants): Phrase[] {
  const found = terms(fold(query, variants)).filter((term) =>
    term.some((sign) => meaningful.test(sign)),
  )
  return [...new Map(found.map((term) => [term.join(''), term])).values()].slice(0, mostTerms)
}

/** The phrases of a query as typed, then with its numbers written the other ways. */
export function readings(query: string, variants: Variants): Phrase[][] {
  // Folded first: full-width digits are digits.
  const folded = fold(query, variants).signs.join('')
  const all = spellings(folded).map((spelling) => phrasesOf(spelling, variants))
  const known = new Map(
    all.map((phrases) => [phrases.map((each) => each.join('')).join(' '), phrases]),
  )
  return [...known.values()].filter(({ length }) => length > 0)
}
