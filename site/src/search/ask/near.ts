import type { Engine } from '../engine/engine.ts'
import { withoutAsking } from '../query/asking.ts'
import { phrasesOf, type Phrase } from '../query/phrases.ts'
import { otherWords } from '../query/synonyms.ts'
import { byWeight, weigh, type Unit, type Weighed } from './weigh.ts'

/** So much does something count that is said in other words. */
const synonymShare = 0.7
/** So much do words count that only ask: 到哪了 says little, and yet what somebody is after. */
const askingImportance = 0.2
/** And so much what no page has: half of a question that nobody answers is no answer. */
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
  const pairs = new Map([...about, ...pairsOf(query)].map((pair) => [pair.join(''), pair]))
  const words = new Set(about.map((pair) => pair.join('')))
  const units = new Map<string, Unit>()
  const asked = [...pairs].slice(0, mostPairs).map(async ([word, pair]) => {
    const found = await engine.find(pair)
    // What only asks is no lack of a page that answers.
    const importance = words.has(word)
      ? found.length > 0
        ? 1
        : strangeImportance
      : found.length > 0
        ? askingImportance
        : 0
    units.set(word, { importance, terms: [{ found, share: 1 }] })
  })
  await Promise.all(asked)
  const marks = [...pairs.values()]
  for (const phrase of phrasesOf(query)) {
    for (const { from, to, word } of otherWords(phrase, engine.synonyms)) {
      const [other] = phrasesOf(word)
      if (!other) continue
      marks.push(other)
      const found = await engine.find(other)
      for (let at = from; at < Math.max(from + 1, to - 1); at += 1) {
        units.get(phrase.slice(at, at + 2).join(''))?.terms.push({ found, share: synonymShare })
      }
    }
  }
  return { weighed: weigh(engine.pages, [...units.values()]).sort(byWeight), marks }
}

/** Each two signs of a text that stand next to each other; one that stands alone. */
function pairsOf(text: string): Phrase[] {
  return phrasesOf(text).flatMap((signs) =>
    signs.length === 1 ? [signs] : signs.slice(1).map((sign, at) => [signs[at] ?? '', sign]),
  )
}
