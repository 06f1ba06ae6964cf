import { headedFrom, titleRoom } from '../index/content.ts'
import type { Kind } from '../kinds.ts'
import type { Engine, Found } from './engine.ts'

/** How often something stands in each zone of a record. */
export type Zones = { title: number; head: number; text: number }

/** One thing that is looked for, and the records that have it; other words for it count less. */
export type Term = { unit: number; found: Found[]; share: number }

/** A page, weighed: by its best record, and how much of what was asked it has, from 0 to 1. */
export type Weighed = { page: number; record: number; weight: number; coverage: number }

/** A title says most of what a page is about, then the words by which it is known, then its text. */
const zoneWeights: Zones = { title: 3, head: 2.5, text: 1 }
/** What answers people first: the guide to a matter, then how others were answered, then reading. */
export const kindWeights: Record<Kind, number> = {
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
export type Numbering = Pick<Engine, 'pageOf' | 'firstOf' | 'isHeaded'> & { pages: number }

function zonesOf(engine: Numbering, { record, places }: Found): Zones {
  if (!engine.isHeaded(record)) return { title: 0, head: 0, text: places.length }
  const title = places.filter((place) => place < titleRoom).length
  const text = places.filter((place) => place >= headedFrom).length
  return { title, head: places.length - title - text, text }
}

type Seen = { page: Zones[]; records: Map<number, Zones[]> }

/**
 * Weighs the pages that have any of the terms: each of `units` things asked weighs as much as it is
 * rare (BM25 with zones), and a page counts by its title and head and its best record of text.
 */
export function weigh(engine: Numbering, units: number, terms: Term[]): Weighed[] {
  const pages = new Map<number, Seen>()
  const having = Array.from({ length: units }, () => new Set<number>())
  for (const { unit, found, share } of terms) {
    for (const each of found) {
      const page = engine.pageOf(each.record)
      having[unit]?.add(page)
      let seen = pages.get(page)
      if (!seen) pages.set(page, (seen = { page: [], records: new Map() }))
      const { title, head, text } = zonesOf(engine, each)
      const isFirst = each.record === engine.firstOf(page)
      if (isFirst) raise(seen.page, unit, { title, head, text: 0 }, share)
      const own = seen.records.get(each.record) ?? []
      seen.records.set(each.record, own)
      raise(own, unit, { title: 0, head: isFirst ? 0 : head, text }, share)
    }
  }

  const total = engine.pages
  const rarity = having.map(({ size }) => Math.log(1 + (total - size + 0.5) / (size + 0.5)))
  const whole = rarity.reduce((sum, each) => sum + each, 0) || 1
  return [...pages].map(([page, seen]) => {
    const best = { page, record: engine.firstOf(page), weight: 0, coverage: 0 }
    // Of records that say as much the earlier one: what a film says stands before what is written of it.
    for (const [record, own] of [...seen.records].sort(([a], [b]) => a - b)) {
      let [weight, covered] = [0, 0]
      for (let unit = 0; unit < units; unit += 1) {
        const times = weighted(seen.page[unit]) + weighted(own[unit])
        if (times === 0) continue
        const rare = rarity[unit] ?? 0
        weight += (rare * times * (saturation + 1)) / (times + saturation)
        covered += rare
      }
      if (weight > best.weight) Object.assign(best, { record, weight, coverage: covered / whole })
    }
    return best
  })
}

function raise(zones: Zones[], unit: number, times: Zones, share: number): void {
  const known = zones[unit] ?? { title: 0, head: 0, text: 0 }
  zones[unit] = {
    title: Math.max(known.title, times.title * share),
    head: Math.max(known.head, times.head * share),
    text: Math.max(known.text, times.text * share),
  }
}

function weighted(zones: Zones | undefined): number {
  if (!zones) return 0
  return (
    zoneWeights.title * zones.title + zoneWeights.head * zones.head + zoneWeights.text * zones.text
  )
}
