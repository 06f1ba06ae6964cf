import { withoutAsking } from '../query/asking.ts'
import { phrasesOf, type Phrase } from '../query/phrases.ts'
import { otherWords } from '../query/synonyms.ts'
import { isHan } from '../text/signs.ts'
import type { Engine } from './engine.ts'
import { recordsWith } from './exact.ts'
import { leaning, synonymShare, weigh, type Term, type Weighed } from './weigh.ts'

/** So much does the first character of a pair count, where no page has the pair. */
const partShare = 0.3
/** So much do words count that only ask: 到哪了 says little, and yet what somebody is after. */
const askingImportance = 0.2
/** So many words of a question are looked for one by one. */
const mostUnits = 40

/** What a question has in common with pages that do not have it whole, the likest first. */
type Near = { weighed: Weighed[]; marks: Phrase[] }

/**
 * The pages that have some of the words of a question, in its words or others: Pagefind joins words by
 * AND, so each is asked for alone and the answers are weighed here.
 */
export async function nearPages(engine: Engine, query: string): Promise<Near> {
  const runs = phrasesOf(query)
  const about = new Set(wordsIn(phrasesOf(withoutAsking(query) || query)))
  const units = [...new Set([...about, ...wordsIn(runs)])].slice(0, mostUnits)
  const marks: Phrase[] = units.map((word) => ({ signs: Array.from(word), words: [word] }))
  const own = units.map(async (word, unit): Promise<Term> => {
    const found = await engine.withPhrase([word])
    const isOnly = found.length > 0 || !about.has(word) || !isHan(Array.from(word)[0])
    if (isOnly) return { unit, found, share: 1 }
    // No page has the two characters together: one that has the first may still be meant.
    return { unit, found: await engine.withAll([word]), share: partShare }
  })
  const others = runs.flatMap(({ signs, words }) =>
    otherWords(signs, engine.synonyms).map(async ({ from, to, word }) => {
      const [phrase] = phrasesOf(word)
      if (!phrase) return []
      marks.push(phrase)
      const found = await recordsWith(engine, phrase)
      return words
        .slice(from, Math.max(from + 1, to - 1))
        .map((covered): Term => ({ unit: units.indexOf(covered), found, share: synonymShare }))
        .filter(({ unit }) => unit >= 0)
    }),
  )
  const terms = await Promise.all(own)
  // What only asks is no lack of a page that answers.
  const importance = terms.map(({ unit, found }) =>
    about.has(units[unit] ?? '') ? 1 : found.length > 0 ? askingImportance : 0,
  )
  terms.push(...(await Promise.all(others)).flat())
  const weighed = leaning(engine, weigh(engine, importance, terms))
  weighed.sort((a, b) => b.weight - a.weight || a.page - b.page)
  return { weighed, marks }
}

function wordsIn(phrases: Phrase[]): string[] {
  return phrases.flatMap(({ words }) => words)
}
