import type { Found, Passage } from '../engine/engine.ts'
import type { Kind } from '../kinds.ts'
import type { Page } from '../index/catalogue.ts'

/**
 * One thing that is looked for, and where it was found, in its own words and in others, which count
 * for a share of it. `importance` is usually 1.
 */
export type Unit = { importance: number; terms: { found: Found[]; share: number }[] }

/** A page, weighed, by its best passage; `coverage` tells how much of what was asked that has, from 0 to 1. */
export type Weighed = { page: Page; passage: Passage; weight: number; coverage: number }

/** The title, and the words by which a page is known, say more of what it is about than its text. */
const headWeight = 2.5
/** What answers people first: the guide to a matter, then how others were answered, then reading. */
const kindWeights: Partial<Record<string, number>> = {
  指南: 1.15,
  服务: 1.1,
  微视频: 0.95,
  征文: 0.85,
  活动: 0.8,
} satisfies Partial<Record<Kind, number>>
/** BM25's saturation (Robertson and Zaragoza 2009): the tenth time says little more than the third. */
const saturation = 1.2

/** How much a thing tells that so many of all pages have (BM25). */
export function rarity(pages: number, having: number): number {
  return Math.log(1 + (pages - having + 0.5) / (having + 0.5))
}

/** How often each thing stands in the title and head of a page and in each of its passages, and how surely at all. */
type Seen = { head: number[]; passages: Map<Passage, number[]>; share: number[] }

/** Weighs the pages that have any of the units, in no order: by title and head, and the best passage. */
export function weigh(pages: Page[], units: Unit[]): Weighed[] {
  const seenOn = new Map<Page, Seen>()
  for (const [unit, { terms }] of units.entries()) {
    for (const { found, share } of terms) {
      for (const { passage, places } of found) {
        const { page, zone, shown } = passage
        const seen = seenOn.get(page) ?? { head: [], passages: new Map(), share: [] }
        seenOn.set(page, seen)
        const own = seen.passages.get(shown) ?? []
        seen.passages.set(shown, own)
        const times = zone === 'page' ? seen.head : own
        times[unit] =
          (times[unit] ?? 0) + places.length * share * (zone === 'text' ? 1 : headWeight)
        seen.share[unit] = Math.max(seen.share[unit] ?? 0, share)
      }
    }
  }
  const rare = units.map(({ importance, terms }) => {
    const having = new Set(terms.flatMap(({ found }) => found.map(({ passage }) => passage.page)))
    return importance * rarity(pages.length, having.size)
  })
  const whole = rare.reduce((sum, each) => sum + each, 0) || 1
  return [...seenOn].map(([page, { head, passages, share }]) => {
    const weighed = [...passages].map(([passage, own]): Weighed => {
      let [weight, covered] = [0, 0]
      for (const [unit, value] of rare.entries()) {
        const times = (head[unit] ?? 0) + (own[unit] ?? 0)
        weight += (value * times * (saturation + 1)) / (times + saturation)
        if (times > 0) covered += value * (share[unit] ?? 0)
      }
      const kind = kindWeights[page.facets.kind ?? ''] ?? 1
      return { page, passage, weight: weight * kind, coverage: covered / whole }
    })
    // Of passages that say as much the earlier one: what a film says stands before what is written of it.
    return weighed.reduce((best, each) => (isBetter(each, best) ? each : best))
  })
}

function isBetter(a: Weighed, b: Weighed): boolean {
  return a.weight > b.weight || (a.weight === b.weight && a.passage.nth < b.passage.nth)
}

/** The heaviest first; of those that weigh the same, the newest. */
export function byWeight(a: Pick<Weighed, 'page' | 'weight'>, b: Pick<Weighed, 'page' | 'weight'>) {
  return b.weight - a.weight || (b.page.date ?? '').localeCompare(a.page.date ?? '')
}
