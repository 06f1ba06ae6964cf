import { ranks, type Heading, type Rank } from './heading.ts'
import { toHan } from '../../characters/numerals.ts'
import { refuse, type Refusal } from '../source.ts'

function written(rank: Rank, number: number): string {
  if (rank === '一、') return `${toHan(number)}、`
  return rank === '（一）' ? `（${toHan(number)}）` : `第${toHan(number)}${rank}`
}

/**
 * Checks that headings of each rank run without gap or double. Chapters may begin anew under a
 * part or run on; what stands below a chapter begins anew under every heading above it.
 */
export function checkOrder(headings: Heading[]): Refusal | null {
  const last = new Map<Rank, Heading>()
  const renewed = new Set<Rank>()
  for (const heading of headings) {
    if (heading.rank === null || heading.number === null) continue
    const above = last.get(heading.rank)
    const next = (above?.number ?? 0) + 1
    if (heading.number !== next && !(heading.number === 1 && renewed.has(heading.rank))) {
      const where = above
        ? `“${above.label}”（第 ${above.line} 行）之后是“${heading.label}”`
        : `“${heading.label}”之前没有同级的标题`
      const wanted = `这里该是“${written(heading.rank, next)}”`
      return refuse(`${where}，${wanted}：请核对标题再导入`, heading.line)
    }
    last.set(heading.rank, heading)
    renewed.delete(heading.rank)
    const level = ranks.indexOf(heading.rank)
    for (const lower of ranks.slice(level + 1)) {
      renewed.add(lower)
      if (ranks.indexOf(lower) > ranks.indexOf('章')) last.delete(lower)
    }
  }
  return null
}
