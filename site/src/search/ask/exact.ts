import type { Phrase } from '../query/phrases.ts'
import { isHan } from '../text/signs.ts'
import type { Engine, Found } from './engine.ts'
import { leaning, weigh } from './weigh.ts'

/** A page that was found, by its best record; `marks` is what is shown as found on it. */
export type Match = {
  page: number
  record: number
  marks: Phrase[]
  /** 2 the title is the phrase, 1 all phrases stand in it. */
  title: number
  weight: number
}

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

/** The pages that have every phrase, weighed; in no order. */
export async function exactMatches(engine: Engine, phrases: Phrase[]): Promise<Match[]> {
  const found = await Promise.all(phrases.map((phrase) => recordsWith(engine, phrase)))
  const terms = found.map((each, unit) => ({ unit, found: each, share: 1 }))
  const importance = phrases.map(() => 1)
  const length = phrases.length === 1 ? phrases[0]?.signs.length : undefined
  return leaning(engine, weigh(engine, importance, terms))
    .filter(({ having }) => having === phrases.length)
    .map(({ page, record, weight, titled }) => {
      const isTitle = engine.pages[page]?.title === length
      const title = titled < phrases.length ? 0 : isTitle ? 2 : 1
      return { page, record, weight, title, marks: phrases }
    })
}

/** The best first; pages of one weight stay as they are numbered, which is newest first. */
export function bestFirst(a: Match, b: Match): number {
  return b.title - a.title || b.weight - a.weight || a.page - b.page
}

/** Each page with its best match: the first. */
export function eachOnce(matches: Match[]): Match[] {
  const pages = new Map<number, Match>()
  for (const match of matches) if (!pages.has(match.page)) pages.set(match.page, match)
  return [...pages.values()]
}
