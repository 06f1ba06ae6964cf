import { phrasesOf, type Phrase } from '../query/phrases.ts'
import { otherWords } from '../query/synonyms.ts'

const mostOtherWords = 8

/** A query with one of its words changed for another that means the same. */
type Otherwise = { word: string; phrases: Phrase[] }

/** What a query says, in the other words that there are for each of its own. */
export function saidOtherwise(phrases: Phrase[], synonyms: string[][]): Otherwise[] {
  return phrases.flatMap(({ signs }, at) =>
    otherWords(signs, synonyms)
      .slice(0, mostOtherWords)
      .map(({ from, to, word }) => {
        const said = phrasesOf([...signs.slice(0, from), word, ...signs.slice(to)].join(''))
        return { word, phrases: phrases.flatMap((phrase, nth) => (nth === at ? said : [phrase])) }
      }),
  )
}
