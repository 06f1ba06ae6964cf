import { fold, type Variants } from '../tokenise.ts'
import { nearMatches, withoutAsking } from './near.ts'
import type { Index } from './open-index.ts'
import { find } from './phrase.ts'
import { proven } from './prove.ts'
import { phrasesOf, readings, trimQuery } from './query.ts'
import { bestFirst, rank, type Match } from './rank.ts'
import { otherWords } from './synonyms.ts'

/** What a search found, and by what words. */
export type Answer = {
  /** `exact`: what was typed; `synonym`: the same in other words; `near`: much of it. */
  way: 'exact' | 'synonym' | 'near' | 'none'
  /** The other words, where it was said in others. */
  words: string[]
  /** The best first. The first is proven, see `proves`; of the others a few may not be. */
  matches: Match[]
}

/** Searches all pages. A query without a letter or digit finds nothing. */
export async function search(index: Index, typed: string): Promise<Answer> {
  const query = trimQuery(typed)
  if (readings(query, index.folding).length === 0) return { way: 'none', words: [], matches: [] }
  const answer = await searchWith(index, query, index.folding)
  if (answer.way === 'exact') return answer
  // Traditional characters that no text has: read as the simplified ones, they may be found.
  const all = await index.variants()
  const simplified = Array.from(query, (character) => all.get(character) ?? character).join('')
  if (simplified === query) return answer
  const again = await searchWith(index, simplified, all)
  return again.way === 'none' ? answer : again
}

async function searchWith(index: Index, query: string, variants: Variants): Promise<Answer> {
  const exact = await everyReading(index, query, variants)
  if (exact.length > 0) return { way: 'exact', words: [], matches: exact }

  const folded = (text: string) => fold(text, variants).signs.join('')
  const words = new Set<string>()
  const same: Match[] = []
  for (const way of otherWords(folded(query), index.catalogue.synonyms, folded)) {
    const found = await everyReading(index, way.query, variants)
    if (found.length > 0) words.add(way.word)
    same.push(...found)
  }
  if (same.length > 0) return { way: 'synonym', words: [...words], matches: eachOnce(same) }

  const about = withoutAsking(query)
  const asked = about && about !== query ? await everyReading(index, about, variants) : []
  const near =
    asked.length > 0 ? asked : await nearMatches(index, phrasesOf(about || query, variants))
  return { way: near.length > 0 ? 'near' : 'none', words: [], matches: near }
}

/** The pages that have the query in any of its spellings; without those that come first wrongly. */
async function everyReading(index: Index, query: string, variants: Variants): Promise<Match[]> {
  const found = await Promise.all(
    readings(query, variants).map(async (phrases, at) =>
      rank(index, await Promise.all(phrases.map((phrase) => find(index, phrase))), at === 0),
    ),
  )
  const matches = eachOnce(found.flat())
  for (const [at, match] of matches.entries()) {
    const first = await proven(index, match)
    if (first) return [first, ...matches.slice(at + 1)]
  }
  return []
}

/** Each page with its best match, which knows the others. */
function eachOnce(matches: Match[]): Match[] {
  const pages = new Map<number, Match>()
  for (const match of matches.sort(bestFirst)) {
    const best = pages.get(match.page)
    if (best) pages.set(match.page, { ...best, otherwise: [...best.otherwise, match] })
    else pages.set(match.page, match)
  }
  return [...pages.values()]
}
