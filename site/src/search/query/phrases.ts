import { isSearched, plain, signsOf } from '../../text/signs.ts'

/** Signs that stand next to each other. */
export type Phrase = string[]

/** The longest query that is read, in characters; the rest is left out. */
const longestQuery = 500
/** So many phrases are looked for; more say nothing more. */
const mostPhrases = 12

/** A query cut to its length, without space around it. */
export function trimQuery(typed: string): string {
  return Array.from(plain(typed)).slice(0, longestQuery).join('').trim()
}

/** The phrases of a query, which stand apart by marks and blanks; each once. */
export function phrasesOf(query: string): Phrase[] {
  const runs: Phrase[] = [[]]
  for (const sign of signsOf(plain(query))) {
    if (isSearched(sign)) runs.at(-1)?.push(sign)
    else runs.push([])
  }
  const phrases = runs.filter(({ length }) => length > 0)
  const distinct = new Map(phrases.map((signs) => [signs.join(''), signs]))
  return [...distinct.values()].slice(0, mostPhrases)
}
