import { titleRoom } from '../index/content.ts'
import type { Kind } from '../kinds.ts'
import type { Engine, Found, Place } from './engine.ts'

/** One thing that is looked for, and the records that have it; what only resembles it counts less. */
export type Term = { unit: number; found: Found[]; share: number }

/** A page, weighed. */
export type Weighed = {
  page: number
  /** Its best record. */
  record: number
  weight: number
  /** How much of what was asked its best record has, from 0 to 1. */
  coverage: number
  /** How many of the things asked stand anywhere on it, and how many in its title. */
  having: number
  titled: number
}

/** The title, and the words by which a page is known, say more of what it is about than its text. */
const headWeight = 2.5
/** What answers people first: the guide to a matter, then how others were answered, then reading. */
const kindWeights: Record<Kind, number> = {
  指南: 1.15,
  服务: 1.1,
  条例: 1,
  答复公示: 1,
  接访: 1,
  微视频: 0.95,
  征文: 0.85,
  活动: 0.8,
}
/** So much does something said in other words count. */
export const synonymShare = 0.7
/** BM25's saturation (Robertson and Zaragoza 2009): the tenth time says little more than the third. */
const saturation = 1.2

/** What weighing needs to know of records. */
type Numbering = { pages: readonly unknown[]; records: readonly Place[] }

/** How often each thing stands in title and head of a page, and in each record; how surely, on it and in its title. */
type Seen = {
  head: number[]
  records: Map<number, number[]>
  share: number[]
  title: number[]
}

/**
 * Weighs the pages that have any of the terms: each thing asked weighs as much as it is rare (BM25), by
 * `importance`, and a page counts by its title and head and its best record.
 * @param importance of each thing asked, usually 1
 */
export function weigh(engine: Numbering, importance: number[], terms: Term[]): Weighed[] {
  const pages = new Map<number, Seen>()
  const having = importance.map(() => new Set<number>())
  for (const { unit, found, share } of terms) {
    for (const { record, places } of found) {
      const at = engine.records[record]
      if (!at) continue
      const { page, isFirst, textFrom } = at
      having[unit]?.add(page)
      const seen = pages.get(page) ?? { head: [], records: new Map(), share: [], title: [] }
      pages.set(page, seen)
      const own = seen.records.get(record) ?? []
      seen.records.set(record, own)
      raise(seen.share, unit, share)
      const heads = places.filter((place) => place < textFrom)
      const inHead = heads.length * headWeight
      if (isFirst) raise(seen.head, unit, inHead * share)
      if (isFirst && heads.some((place) => place < titleRoom)) raise(seen.title, unit, share)
      raise(own, unit, (places.length - heads.length + (isFirst ? 0 : inHead)) * share)
    }
  }
  const rarity = having.map(
    ({ size }, unit) =>
      (importance[unit] ?? 1) * Math.log(1 + (engine.pages.length - size + 0.5) / (size + 0.5)),
  )
  const whole = rarity.reduce((sum, each) => sum + each, 0) || 1
  return [...pages].map(([page, { head, records, share, title }]) => {
    const best: Weighed = {
      ...{ page, record: 0, weight: -1, coverage: 0 },
      having: share.filter((share) => share > 0).length,
      titled: title.filter((share) => share === 1).length,
    }
    // Of records that say as much the earlier one: what a film says stands before what is written of it.
    for (const [record, own] of [...records].sort(([a], [b]) => a - b)) {
      let [weight, covered] = [0, 0]
      for (const [unit, rare] of rarity.entries()) {
        const times = (head[unit] ?? 0) + (own[unit] ?? 0)
        weight += (rare * times * (saturation + 1)) / (times + saturation)
        if (times > 0) covered += rare * (share[unit] ?? 0)
      }
      if (weight > best.weight) Object.assign(best, { record, weight, coverage: covered / whole })
    }
    return best
  })
}

function raise(times: number[], unit: number, to: number): void {
  times[unit] = Math.max(times[unit] ?? 0, to)
}

/** The pages with those before others that answer people first. */
export function leaning({ pages }: Engine, weighed: Weighed[]): Weighed[] {
  return weighed.map((each) => {
    const kind = pages[each.page]?.facets.kind as Kind
    return { ...each, weight: each.weight * (kindWeights[kind] ?? 1) }
  })
}
