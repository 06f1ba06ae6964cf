import { spellings } from '../../../site/src/search/query/spellings.ts'
import type { Asked } from './ask.ts'
import { placeOf, plainText, type Text } from './corpus.ts'

export type Result = {
  pages: number
  indexSeconds: number
  indexBytes: number
  queries: number
  recall: number
  precisionAt10: number
  titleFirst: number
  zeroResults: number
  p50Ms: number
  p95Ms: number
  bytesPerQuery: number
  firstP50Ms: number
  firstP95Ms: number
}

/** Width and capitals do not count; a number counts in either of its spellings. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[“”]/g, '"').replace(/[‘’]/g, "'")
}

function has(text: string, query: string): boolean {
  return spellings(query).some((spelling) =>
    plain(spelling)
      .split(/\s+/)
      .every((term) => text.includes(term)),
  )
}

/**
 * Compares what was shown with the texts themselves: a text is right when the query stands in it,
 * character by character. Recall and precision are means over the queries that stand in some text.
 */
export function score(
  corpus: Text[],
  queries: string[],
  asked: Asked[],
  found: Set<number>[],
  cost: { indexSeconds: number; indexBytes: number },
): Result {
  const texts = corpus.map((text) => plain(plainText(text)))
  const titles = corpus.map(({ title }) => plain(title))
  const recalls: number[] = []
  const precisions: number[] = []
  const firsts: number[] = []
  let zeroResults = 0
  queries.forEach((query, at) => {
    const right = new Set(texts.flatMap((text, place) => (has(text, query) ? [place] : [])))
    const shown = [...new Set((asked[at]?.hits ?? []).map(({ url }) => placeOf(url)))].slice(0, 10)
    if (right.size === 0) return
    if (shown.length === 0) zeroResults += 1
    const all = found[at] ?? new Set()
    recalls.push([...right].filter((place) => all.has(place)).length / right.size)
    precisions.push(
      shown.length === 0 ? 0 : shown.filter((place) => right.has(place)).length / shown.length,
    )
    if (titles.some((title) => has(title, query))) {
      firsts.push(has(titles[shown[0] ?? -1] ?? '', query) ? 1 : 0)
    }
  })
  const warm = asked.map(({ warmMs }) => warmMs)
  const first = asked.map(({ firstMs }) => firstMs)
  return {
    pages: corpus.length,
    indexSeconds: round(cost.indexSeconds, 2),
    indexBytes: cost.indexBytes,
    queries: queries.length,
    recall: round(mean(recalls), 4),
    precisionAt10: round(mean(precisions), 4),
    titleFirst: round(mean(firsts), 4),
    zeroResults,
    p50Ms: round(quantile(warm, 0.5), 1),
    p95Ms: round(quantile(warm, 0.95), 1),
    bytesPerQuery: Math.round(mean(asked.map(({ bytes }) => bytes))),
    firstP50Ms: round(quantile(first, 0.5), 1),
    firstP95Ms: round(quantile(first, 0.95), 1),
  }
}

function mean(all: number[]): number {
  return all.length === 0 ? 1 : all.reduce((sum, each) => sum + each, 0) / all.length
}

function quantile(all: number[], share: number): number {
  const sorted = [...all].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
