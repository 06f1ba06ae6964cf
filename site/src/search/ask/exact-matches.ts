import type { Engine, Found, Passage } from '../engine/engine.ts'
import type { Page } from '../index/catalogue.ts'
import type { Phrase } from '../query/phrases.ts'
import { byWeight, weigh } from './rank.ts'

/** A page that was found, by its best passage; `marks` is what is shown as found on it. */
export type Match = {
  page: Page
  passage: Passage
  marks: Phrase[]
  /** 2 the title is the phrase, 1 all phrases stand in it. */
  title: number
  weight: number
}

/** The pages that have every phrase, weighed; in no order. */
export async function exactMatches(engine: Engine, phrases: Phrase[]): Promise<Match[]> {
  const found = await Promise.all(phrases.map((phrase) => engine.find(phrase)))
  const having = found.map((each) => new Set(each.map(({ passage }) => passage.page)))
  const titled = found.map(
    (each) => new Set(each.filter(isTitle).map(({ passage }) => passage.page)),
  )
  const length = phrases.length === 1 ? phrases[0]?.length : undefined
  const units = found.map((each) => ({ importance: 1, found: each }))
  return weigh(engine.pages, units)
    .filter(({ page }) => having.every((pages) => pages.has(page)))
    .map(({ page, passage, weight }) => {
      const isTitled = titled.every((pages) => pages.has(page))
      const title = !isTitled ? 0 : page.title === length ? 2 : 1
      return { page, passage, weight, title, marks: phrases }
    })
}

function isTitle({ passage, places: [first = Infinity] }: Found): boolean {
  return passage.zone === 'page' && first < passage.page.title
}

/** Those whose title it is first, then the heaviest. */
export function bestFirst(a: Match, b: Match): number {
  return b.title - a.title || byWeight(a, b)
}

/** Each page with its best match: the first. */
export function eachOnce(matches: Match[]): Match[] {
  const pages = new Map<Page, Match>()
  for (const match of matches) if (!pages.has(match.page)) pages.set(match.page, match)
  return [...pages.values()]
}
