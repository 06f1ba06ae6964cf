import { isHan, isSearched, plain, signsOf } from '../text/signs.ts'

/** Signs that stand next to each other, and the words that the index has for them. */
export type Phrase = { signs: string[]; words: string[] }

/** The longest query that is read, in characters; the rest is left out. */
const longestQuery = 500
/** So many phrases are looked for; more say nothing more. */
const mostPhrases = 12

/** A query cut to its length, without space around it. */
export function trimQuery(typed: string): string {
  return Array.from(plain(typed)).slice(0, longestQuery).join('').trim()
}

/** The words of signs next to each other. A last character that follows no other is none: it would be cut. */
function wordsOf(signs: string[]): string[] {
  const words = signs.map((sign, at) => {
    const next = signs[at + 1]
    return isHan(sign) && isHan(next) ? `${sign}${next}` : sign.toLowerCase()
  })
  return words.length > 1 && isHan(signs.at(-1)) ? words.slice(0, -1) : words
}

/** The phrases of a query, which stand apart by marks and blanks; each once. */
export function phrasesOf(query: string): Phrase[] {
  const runs: string[][] = [[]]
  for (const sign of signsOf(plain(query))) {
    if (isSearched(sign)) runs.at(-1)?.push(sign)
    else runs.push([])
  }
  const phrases = runs
    .filter((signs) => signs.length > 0)
    .map((signs) => ({ signs, words: wordsOf(signs) }))
  const distinct = new Map(phrases.map((phrase) => [phrase.signs.join(''), phrase]))
  return [...distinct.values()].slice(0, mostPhrases)
}
