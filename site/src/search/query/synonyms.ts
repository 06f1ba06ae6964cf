import { plain, signsOf } from '../../text/signs.ts'
import { phrasesOf, type Phrase } from './phrases.ts'

const mostOtherWords = 8

/** Other words for a stretch of a phrase: `from` and `to` are places of its signs. */
type OtherWord = { from: number; to: number; word: string }

/** A query with one of its words changed for another that means the same. */
type Otherwise = { word: string; phrases: Phrase[] }

/**
 * The other words for what stands in a phrase, by groups of words that stand for one another. Longer
 * words first; a word within another one of its group says nothing new.
 */
export function otherWords(phrase: Phrase, groups: string[][]): OtherWord[] {
  const signs = phrase.map((sign) => sign.toLowerCase())
  return groups
    .flatMap((group) =>
      group.flatMap((own) => {
        const wanted = signsOf(plain(own).toLowerCase())
        const from = signs.findIndex((_, at) =>
          wanted.every((sign, nth) => signs[at + nth] === sign),
        )
        const others = group.filter((word) => from >= 0 && word !== own && !own.includes(word))
        return others.map((word) => ({ from, to: from + wanted.length, word }))
      }),
    )
    .sort((a, b) => b.to - b.from - (a.to - a.from))
}

/** What a query says, in the other words that there are for each of its own. */
export function saidOtherwise(phrases: Phrase[], synonyms: string[][]): Otherwise[] {
  return phrases.flatMap((signs, at) =>
    otherWords(signs, synonyms)
      .slice(0, mostOtherWords)
      .map(({ from, to, word }) => {
        const said = phrasesOf([...signs.slice(0, from), word, ...signs.slice(to)].join(''))
        return { word, phrases: phrases.flatMap((phrase, nth) => (nth === at ? said : [phrase])) }
      }),
  )
}
