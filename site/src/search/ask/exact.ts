import { valueOf } from '../index/catalogue.ts'
import { titleRoom } from '../index/content.ts'
import type { Kind } from '../kinds.ts'
import type { Phrase } from '../query/phrases.ts'
import { isHan } from '../text/signs.ts'
import type { Engine, Found } from './engine.ts'
import { kindWeights, weigh, type Term } from './weigh.ts'

/** A page that was found, by its best record; `marks` is what is shown as found on it. */
export type Match = { page: number; record: number; marks: Phrase[]; score: Score }

/** Compared from the first on; more is better. */
export type Score = [
  /** 2 the title is the phrase, 1 all phrases stand in it. */
  title: number,
  /** By its words, their places and their nearness; see `weigh`. */
  weight: number,
]

/** The records that have a phrase, with the places where each begins. */
export async function recordsWith(engine: Engine, { signs, words }: Phrase): Promise<Found[]> {
  const [word = ''] = words
  if (signs.length === 1 && words.length === 1 && /\p{Script=Han}/u.test(word)) {
    return engine.withCharacter(word)
  }
  const having = new Set((await engine.withPhrase(words)).map(({ record }) => record))
  if (having.size === 0) return []
  const found = (await engine.withAll(words))
    .filter(({ record }) => having.has(record))
    .map(({ record, places }) => ({ record, places: beginnings(places, words.length) }))
  // Of 超过5万 the last character is no word: it stands in one with whatever follows it.
  return words.length < signs.length && !isHan(signs.at(-2))
    ? followedBy(engine, found, words.length, signs.at(-1) ?? '')
    : found
}

/** Those places after which, so many words on, a word begins with a character. */
async function followedBy(
  engine: Engine,
  found: Found[],
  length: number,
  character: string,
): Promise<Found[]> {
  const beginning = await engine.withCharacter(character)
  const placesIn = new Map(beginning.map(({ record, places }) => [record, new Set(places)]))
  return found
    .map(({ record, places }) => ({
      record,
      places: places.filter((place) => placesIn.get(record)?.has(place + length)),
    }))
    .filter(({ places }) => places.length > 0)
}

/** The first of each run of so many places one after the other. */
function beginnings(places: number[], length: number): number[] {
  const known = new Set(places)
  const runs = places.filter((place) => {
    for (let at = 1; at < length; at += 1) if (!known.has(place + at)) return false
    return true
  })
  // A phrase that repeats a pair may run over itself: it stands there at least once.
  return runs.length > 0 ? runs : places.slice(0, 1)
}

/**
 * The pages that have every phrase, weighed; in no order.
 * @param others what else the pages may say of each phrase, which adds to their weight
 */
export async function exactMatches(
  engine: Engine,
  phrases: Phrase[],
  others: Term[] = [],
): Promise<Match[]> {
  const found = await Promise.all(phrases.map((phrase) => recordsWith(engine, phrase)))
  const pagesOf = found.map((each) => new Set(each.map(({ record }) => engine.pageOf(record))))
  const isEverywhere = ({ record }: Found) =>
    pagesOf.every((pages) => pages.has(engine.pageOf(record)))
  const everywhere = found.map((each) => each.filter(isEverywhere))
  const placesIn = everywhere.map(
    (each) => new Map(each.map(({ record, places }) => [record, places])),
  )
  const terms: Term[] = [
    ...everywhere.map((each, unit) => ({ unit, found: each, share: 1 })),
    ...others.map((term) => ({ ...term, found: term.found.filter(isEverywhere) })),
  ]
  return weigh(engine, phrases.length, terms).map(({ page, record, weight }) => {
    const starts = placesIn.map((places) => places.get(engine.firstOf(page))?.[0] ?? Infinity)
    const inTitle = starts.every((start) => start < titleRoom)
    const length = phrases.length === 1 ? phrases[0]?.signs.length : undefined
    const isTitle = starts[0] === 0 && engine.catalogue.titles[page] === length
    const near = placesIn.filter((places) => places.has(record)).length / phrases.length
    const lean = kindWeights[valueOf(engine.catalogue, 'kind', page) as Kind] ?? 1
    return {
      ...{ page, record, marks: phrases },
      score: [isTitle ? 2 : inTitle ? 1 : 0, weight * near * lean],
    }
  })
}

/** The best first; pages of one weight stay as they are numbered, which is newest first. */
export function bestFirst(a: Match, b: Match): number {
  for (let at = 0; at < a.score.length; at += 1) {
    const difference = (b.score[at] ?? 0) - (a.score[at] ?? 0)
    if (difference !== 0) return difference
  }
  return a.page - b.page
}

/** Each page with its best match: the first. */
export function eachOnce(matches: Match[]): Match[] {
  const pages = new Map<number, Match>()
  for (const match of matches) if (!pages.has(match.page)) pages.set(match.page, match)
  return [...pages.values()]
}
