import type { Engine } from '../engine/engine.ts'
import { withoutAsking } from '../query/question-words.ts'
import { phrasesOf, type Phrase } from '../query/phrases.ts'
import { otherWords } from '../query/synonyms.ts'
import { byWeight, weigh, type Unit, type Weighed } from './rank.ts'

/** So much do words count that only ask: 到哪了 says little, and yet what somebody is after. */
const askingImportance = 0.2
/** So much does count what no page has: a question that nobody answers whole may be answered in part. */
const strangeImportance = 0.5
/** So many pairs of a question are looked for. */
const mostPairs = 40

/** What a question has in common with pages that do not have it whole, the likest first. */
type Near = { weighed: Weighed[]; marks: Phrase[] }

/**
 * The pages that have some of the signs of a question next to each other, in its words or others:
 * Pagefind joins words by AND, so each two are asked for alone and the answers are weighed here.
 */
export async function nearPages(engine: Engine, query: string): Promise<Near> {
  const about = pairsOf(withoutAsking(query) || query)
  const pairs = new Map([...about, ...pairsOf(query)].slice(0, mostPairs))
  const [named, marks] = [new Map(about), [...pairs.values()]]
  const units = new Map<string, Unit>()
  const asked = [...pairs].map(async ([word, pair]) => {
    const found = await engine.find(pair)
    const isFound = found.length > 0
    // What only asks is no lack of a page that answers.
    const asking = isFound ? askingImportance : 0
    const importance = !named.has(word) ? asking : isFound ? 1 : strangeImportance
    units.set(word, { importance, found })
  })
  await Promise.all(asked)
  const others = phrasesOf(query).flatMap((phrase) =>
    otherWords(phrase, engine.synonyms).map(async ({ from, to, word }) => {
      const [other] = phrasesOf(word)
      if (!other) return
      marks.push(other)
      const found = await engine.find(other)
      for (const [pair] of pairsOf(phrase.slice(from, to).join(''))) {
        units.get(pair)?.found.push(...found)
      }
    }),
  )
  await Promise.all(others)
  return { weighed: weigh(engine.pages, [...units.values()]).sort(byWeight), marks }
}

/** Each two signs of a text that stand next to each other, and each that stands alone, by how they are written. */
function pairsOf(text: string): [string, Phrase][] {
  const pairs = phrasesOf(text).flatMap((signs) =>
    signs.length === 1 ? [signs] : signs.slice(1).map((sign, at) => [signs[at] ?? '', sign]),
  )
  return pairs.map((pair) => [pair.join(''), pair])
}
