import { phrasesOf, type Phrase } from '../query/phrases.ts'
import { otherWords } from '../query/synonyms.ts'
import type { Engine } from './engine.ts'
import { bestFirst, eachOnce, exactMatches, recordsWith, type Match } from './exact.ts'
import { synonymShare, type Term } from './weigh.ts'

const mostOtherWords = 8

/** One phrase of a query said with another word. */
type Otherwise = { at: number; word: string; said: Phrase[] }

function saidOtherwise(engine: Engine, phrases: Phrase[]): Otherwise[] {
  return phrases.flatMap(({ signs }, at) =>
    otherWords(signs, engine.synonyms)
      .slice(0, mostOtherWords)
      .map(({ from, to, word }) => {
        const said = [...signs.slice(0, from), word, ...signs.slice(to)].join('')
        return { at, word, said: phrasesOf(said) }
      }),
  )
}

/** The pages that have a query as it is spelled; what they say of it in other words adds to their weight. */
export async function asSpelled(engine: Engine, query: string): Promise<Match[]> {
  const phrases = phrasesOf(query)
  const found = await exactMatches(engine, phrases)
  // One page needs no order.
  if (found.length < 2) return found
  const others = saidOtherwise(engine, phrases).map(async ({ at, said }): Promise<Term[]> => {
    const [phrase, ...rest] = said
    if (!phrase || rest.length > 0) return []
    return [{ unit: at, found: await recordsWith(engine, phrase), share: synonymShare }]
  })
  return exactMatches(engine, phrases, (await Promise.all(others)).flat())
}

/** The pages that have a query with one of its words changed for another that means the same. */
export async function inOtherWords(
  engine: Engine,
  query: string,
): Promise<{ matches: Match[]; words: string[] }> {
  const phrases = phrasesOf(query)
  const found = await Promise.all(
    saidOtherwise(engine, phrases).map(async ({ at, word, said }) => {
      const all = phrases.flatMap((phrase, nth) => (nth === at ? said : [phrase]))
      return { word, matches: await exactMatches(engine, all) }
    }),
  )
  const having = found.filter(({ matches }) => matches.length > 0)
  return {
    matches: eachOnce(having.flatMap(({ matches }) => matches).sort(bestFirst)),
    words: [...new Set(having.map(({ word }) => word))],
  }
}
