import type { Engine } from '../engine/engine.ts'
import { phrasesOf, trimQuery } from '../query/phrases.ts'
import { referenceIn } from '../query/references.ts'
import type { Correct } from '../query/typos.ts'
import { spellings } from '../query/spellings.ts'
import { saidOtherwise } from '../query/synonyms.ts'
import { articleNamed } from './article.ts'
import { bestFirst, eachOnce, exactMatches, type Match } from './exact-matches.ts'
import { nearPages } from './near-matches.ts'

/** What a search found, and by what words. */
export type Answer = {
  /** `exact`: what was typed; `synonym`: the same in other words; `near`: much of it; `unsure`: some. */
  way: 'exact' | 'synonym' | 'near' | 'unsure' | 'none'
  /** The other words, where it was said in others. */
  words: string[]
  /** What was searched for instead of what was typed, where that was a slip. */
  instead: string | null
  /** How much of what was asked the best page has, from 0 to 1. */
  coverage: number
  /** The best first. */
  matches: Match[]
  /** Beside what was found as typed: the same in other words. */
  alike: Match[]
}

const nothing: Answer = {
  way: 'none',
  words: [],
  instead: null,
  coverage: 0,
  matches: [],
  alike: [],
}

/** Of the weight of what was asked, a page must have this share to be shown as near, or at all. */
const surely = 0.45
const barely = 0.2
const mostNear = 50

/** Searches all pages. A query without a letter or digit finds nothing. */
export async function search(engine: Engine, typed: string, correct: Correct): Promise<Answer> {
  const query = trimQuery(typed)
  if (phrasesOf(query).length === 0) return nothing
  const answer = await searchAs(engine, query)
  if (answer.way === 'exact' || answer.way === 'synonym') return answer
  const isKnown = async (word: string) => (await engine.find(Array.from(word))).length > 0
  const others = await correct(simplified(engine, query), isKnown)
  for (const other of new Set(others)) {
    if (other === query) continue
    const again = await searchAs(engine, other)
    // Only what finds much, and more, is taken for what was meant.
    const isBetter = again.coverage >= surely && again.coverage > answer.coverage
    if (isBetter) return { ...again, instead: other }
  }
  return answer
}

/** Traditional characters read as the simplified ones. */
function simplified({ variants }: Engine, query: string): string {
  return Array.from(query, (character) => variants.get(character) ?? character).join('')
}

async function searchAs(engine: Engine, query: string): Promise<Answer> {
  const reference = referenceIn(query)
  const referred = reference ? await articleNamed(engine, reference) : []
  const spelled = new Set([...spellings(query), simplified(engine, query)])
  const having = (each: string) => exactMatches(engine, phrasesOf(each))
  const exact = (await Promise.all([...spelled].map(having))).flat()
  const literal = eachOnce([...referred, ...exact.sort(bestFirst)])
  const same = await inOtherWords(engine, query)
  if (literal.length > 0) {
    const known = new Set(literal.map(({ page }) => page))
    const alike = same.matches.filter(({ page }) => !known.has(page))
    return { ...nothing, way: 'exact', words: same.words, coverage: 1, matches: literal, alike }
  }
  if (same.matches.length > 0) return { ...nothing, way: 'synonym', coverage: 1, ...same }

  const { weighed, marks } = await nearPages(engine, simplified(engine, query))
  const matches = weighed.filter(({ coverage }) => coverage >= barely).slice(0, mostNear)
  const best = Math.max(0, ...matches.map(({ coverage }) => coverage))
  return {
    ...nothing,
    coverage: best,
    way: matches.length === 0 ? 'none' : best >= surely ? 'near' : 'unsure',
    matches: matches.map((match) => ({ ...match, marks, title: 0 })),
  }
}

/** The pages that have a query with one of its words changed for another that means the same. */
async function inOtherWords(
  engine: Engine,
  query: string,
): Promise<Pick<Answer, 'matches' | 'words'>> {
  const said = saidOtherwise(phrasesOf(query), engine.synonyms).map(async ({ word, phrases }) => ({
    word,
    matches: await exactMatches(engine, phrases),
  }))
  const having = (await Promise.all(said)).filter(({ matches }) => matches.length > 0)
  return {
    matches: eachOnce(having.flatMap(({ matches }) => matches).sort(bestFirst)),
    words: [...new Set(having.map(({ word }) => word))],
  }
}
