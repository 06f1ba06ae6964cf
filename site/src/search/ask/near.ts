import { keyOf } from '../index/shard.ts'
import type { Index } from './open-index.ts'
import type { Phrase } from './phrase.ts'
import type { Match } from './rank.ts'

/** Of the weight of a question's pairs, a page must have this share. */
const leastShare = 0.5
const mostPages = 50

/** Words that ask and name nothing. */
const asking =
  /请问|怎么办|怎么样|怎么|怎样|如何|什么|为什么|哪里|哪儿|哪个|多少|多久|可以|能不能|能否|是否|是不是|应该|需要|我们|他们|有没有|吗|呢|啊|了/gu

/** A question without the words that only ask: 拖欠工资怎么办 is about 拖欠工资. */
export function withoutAsking(query: string): string {
  return query.replace(asking, ' ').trim()
}

/** The pairs of the phrases, each once. */
export function pairsOf(phrases: Phrase[]): Phrase[] {
  const pairs = phrases.flatMap((phrase) =>
    phrase.slice(1).map((sign, at) => [phrase[at] ?? '', sign]),
  )
  return [...new Map(pairs.map((pair) => [pair.join(''), pair])).values()]
}

/**
 * Pages that have much of what was asked but not all of it: each pair weighs as much as it is rare,
 * and a page counts with its best block.
 */
export async function nearMatches(index: Index, phrases: Phrase[]): Promise<Match[]> {
  const pairs = pairsOf(phrases)
  if (pairs.length < 2) return []
  const total = index.catalogue.blocks.reduce((sum, blocks) => sum + blocks + 1, 0)
  const postings = await index.postings(pairs.map((pair) => keyOf(pair.join(''), 'none')))
  const weights = new Map<number, { weight: number; pairs: number }>()
  let whole = 0
  for (const posting of postings) {
    const weight = Math.log(1 + total / (posting?.blocks.length ?? 0.5))
    whole += weight
    for (const block of posting?.blocks ?? []) {
      const known = weights.get(block)
      weights.set(block, { weight: (known?.weight ?? 0) + weight, pairs: (known?.pairs ?? 0) + 1 })
    }
  }
  const pages = new Map<number, Match>()
  for (const [block, { weight, pairs: met }] of weights) {
    if (met < 2 || weight < whole * leastShare) continue
    const page = index.pageOf(block)
    const known = pages.get(page)
    if (known && known.score[4] >= weight) continue
    const blocks = block === index.titleBlock(page) ? [] : [block]
    pages.set(page, { page, blocks, score: [1, 0, 1, 0, weight], phrases: pairs, otherwise: [] })
  }
  return [...pages.values()]
    .sort((a, b) => b.score[4] - a.score[4] || a.page - b.page)
    .slice(0, mostPages)
}
