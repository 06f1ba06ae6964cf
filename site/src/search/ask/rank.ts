import type { Found, Passage } from '../engine/engine.ts'
import type { Page } from '../index/catalogue.ts'

/** One thing that is looked for, and where it was found. `importance` is usually 1. */
export type Unit = { importance: number; found: Found[] }

/** A page, weighed, by its best passage; `coverage` tells how much of what was asked that has, from 0 to 1. */
export type Weighed = { page: Page; passage: Passage; weight: number; coverage: number }

/** The title, and the words by which a page is known, say more of what it is about than its text. */
const headWeight = 2
/** BM25's saturation (Robertson and Zaragoza 2009): the tenth time says little more than the third. */
const saturation = 1.2

/** How much a thing tells that so many of all pages have (BM25). */
function rarity(pages: number, having: number): number {
  return Math.log(1 + (pages - having + 0.5) / (having + 0.5))
}

/** How often each unit stands in the title and head of a page, and in each of its passages. */
type Seen = { head: number[]; passages: Map<Passage, number[]> }

/** Weighs the pages that have any of the units, in no order: by title and head, and the best passage. */
export function weigh(pages: Page[], units: Unit[]): Weighed[] {
  const rare = units.map(({ importance, found }) => {
    const having = new Set(found.map(({ passage }) => passage.page))
    return importance * rarity(pages.length, having.size)
  })
  const whole = rare.reduce((sum, each) => sum + each, 0) || 1
  return [...countOnPages(units)].map(([page, { head, passages }]) => {
    const weighed = [...passages].map(([passage, own]): Weighed => {
      let [weight, covered] = [0, 0]
      for (const [unit, value] of rare.entries()) {
        const times = (head[unit] ?? 0) + (own[unit] ?? 0)
        weight += (value * times * (saturation + 1)) / (times + saturation)
        if (times > 0) covered += value
      }
      return { page, passage, weight, coverage: covered / whole }
    })
    // Of passages that say as much the earlier one: what a film says stands before what is written of it.
    return weighed.reduce((best, each) => (isBetter(each, best) ? each : best))
  })
}

function countOnPages(units: Unit[]): Map<Page, Seen> {
  const pages = new Map<Page, Seen>()
  for (const [unit, { found }] of units.entries()) {
    for (const { passage, places } of found) {
      const seen = pages.get(passage.page) ?? { head: [], passages: new Map() }
      pages.set(passage.page, seen)
      const own = seen.passages.get(passage.shown) ?? []
      seen.passages.set(passage.shown, own)
      const times = passage.zone === 'page' ? seen.head : own
      const weight = passage.zone === 'text' ? 1 : headWeight
      times[unit] = (times[unit] ?? 0) + places.length * weight
    }
  }
  return pages
}

function isBetter(a: Weighed, b: Weighed): boolean {
  return a.weight > b.weight || (a.weight === b.weight && a.passage.nth < b.passage.nth)
}

/** The heaviest first; of those that weigh the same, the newest. */
export function byWeight(a: Pick<Weighed, 'page' | 'weight'>, b: Pick<Weighed, 'page' | 'weight'>) {
  return b.weight - a.weight || (b.page.date ?? '').localeCompare(a.page.date ?? '')
}
