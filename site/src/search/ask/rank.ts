import type { Posting } from '../index/posting.ts'
import type { Index } from './open-index.ts'
import type { Found, Phrase } from './phrase.ts'

/** A page that seems to have every phrase, and why it stands where it stands. */
export type Match = {
  page: number
  /** The blocks of text that seem to have a phrase, the best first. */
  blocks: number[]
  score: Score
  /** What is to be found in it. */
  phrases: Phrase[]
  /** Other readings of the query by which the page matches, should it prove not to have this one. */
  otherwise: Match[]
}

/** Compared from the first on; more is better. */
export type Score = [
  /** No Latin word or number of the query is cut. */
  whole: number,
  /** 3 the title is the query, 2 all of it stands in the title, 1 it is a heading. */
  place: number,
  /** 1 as it was typed, 0 with numbers written another way. */
  typed: number,
  /** 2 all phrases in one block, 1 in neighbouring ones. */
  near: number,
  bm25: number,
]

/** BM25 (Robertson and Zaragoza 2009), with its usual parameters. */
const saturation = 1.2
const lengthWeight = 0.75

function count(mask: number): number {
  let bits = 0
  for (let rest = mask; rest > 0; rest &= rest - 1) bits += 1
  return bits
}

type OfPage = { blocks: Map<number, number>; title: boolean }

/** Blocks of a posting, page by page; how often the phrase stands in each, at least. */
function byPage(index: Index, { blocks, masks }: Posting): Map<number, OfPage> {
  const pages = new Map<number, OfPage>()
  blocks.forEach((block, at) => {
    const page = index.pageOf(block)
    let of = pages.get(page)
    if (!of) pages.set(page, (of = { blocks: new Map(), title: false }))
    if (block === index.titleBlock(page)) of.title = true
    else of.blocks.set(block, count(masks[at] ?? 0))
  })
  return pages
}

/** The pages that have all phrases, weighed; `typed` says whether the query was written so. */
export function rank(index: Index, found: Found[], typed: boolean): Match[] {
  const lengths = index.catalogue.blocks
  const average = lengths.reduce((sum, length) => sum + length, 0) / (lengths.length || 1)
  const phrases = found.map(({ phrase }) => phrase)
  const parts = found.map(({ all, heading, whole }) => ({
    all: byPage(index, all),
    heading: byPage(index, heading),
    whole: byPage(index, whole),
  }))
  const [first, ...others] = parts
  if (!first) return []
  const matches: Match[] = []
  for (const page of first.all.keys()) {
    if (!others.every(({ all }) => all.has(page))) continue
    const of = parts.map(({ all }) => all.get(page) ?? { blocks: new Map(), title: false })

    let bm25 = 0
    parts.forEach(({ all }, at) => {
      const title = of[at]?.title ? 1 : 0
      const times = [...(of[at]?.blocks.values() ?? [])].reduce((sum, each) => sum + each, title)
      const rarity = Math.log(1 + (lengths.length - all.size + 0.5) / (all.size + 0.5))
      const long = 1 - lengthWeight + (lengthWeight * (lengths[page] ?? 1)) / average
      bm25 += (rarity * times * (saturation + 1)) / (times + saturation * long)
    })
    const exactHeading = parts.some(({ heading }) => (heading.get(page)?.blocks.size ?? 0) > 0)
    const titled = of.every(({ title }) => title)
    const exactTitle = parts.length === 1 && first.heading.get(page)?.title === true
    const place = exactTitle ? 3 : titled ? 2 : exactHeading ? 1 : 0
    const whole = parts.every((part) => part.whole.has(page)) ? 1 : 0

    const headings = parts.map(({ heading }) => heading.get(page)?.blocks)
    matches.push({
      page,
      blocks: bestBlocks(of, (block) => headings.some((blocks) => blocks?.has(block))),
      score: [whole, place, typed ? 1 : 0, nearness(of), bm25],
      phrases,
      otherwise: [],
    })
  }
  return matches
}

/** The blocks by how many phrases they have, then headings first, then how often. */
function bestBlocks(of: OfPage[], isHeading: (block: number) => boolean): number[] {
  const weights = new Map<number, number>()
  for (const { blocks } of of) {
    for (const [block, times] of blocks) {
      const here = 100 + Math.min(times, 20) + (isHeading(block) ? 40 : 0)
      weights.set(block, (weights.get(block) ?? 0) + here)
    }
  }
  return [...weights].sort(([a, x], [b, y]) => y - x || a - b).map(([block]) => block)
}

/** How near to one another the phrases stand. */
function nearness(of: OfPage[]): number {
  if (of.length < 2) return 2
  const [first, ...others] = of
  let best = others.every(({ title }) => title) && first?.title ? 2 : 0
  for (const block of first?.blocks.keys() ?? []) {
    const away = (reach: number) =>
      others.every(({ blocks }) => {
        for (let at = block - reach; at <= block + reach; at += 1) if (blocks.has(at)) return true
        return false
      })
    if (away(0)) return 2
    if (away(1)) best = Math.max(best, 1)
  }
  return best
}

/** The best first; pages of one weight stay as they are numbered, which is newest first. */
export function bestFirst(a: Match, b: Match): number {
  for (let at = 0; at < a.score.length; at += 1) {
    const difference = (b.score[at] ?? 0) - (a.score[at] ?? 0)
    if (difference !== 0) return difference
  }
  return a.page - b.page
}
