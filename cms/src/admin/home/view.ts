import type { Fault, GoingLive } from '../live/going'

export type Item = {
  uid: string
  documentId: string
  title: string
  type: string
  word: string
  at: string
}
export type Finding = {
  kind: 'stale' | 'soon' | 'empty'
  column: string
  days: number | null
  limit: number | null
}

/** What the API tells of the desk. Instants are ISO 8601, UTC. */
export type Home = {
  waiting: Item[]
  scheduled: Item[]
  live: { at: string | null; goneBack: boolean; last: GoingLive | null }
  reports: { count: number; some: Item[] }
  findings: Finding[]
  dead: { count: number; some: (Fault & { page: string; to: string })[] }
}

/** What is wrong with a column, in a sentence. */
export function findingWords({ kind, column, days, limit }: Finding): string {
  if (kind === 'empty') return `“${column}”没有内容。栏目空着，检查时会扣分。`
  if (kind === 'stale') return `“${column}”已有 ${days} 天没有更新，超过了 ${limit} 天的限度。`
  return `“${column}”已有 ${days} 天没有更新，再过 ${(limit ?? 0) - (days ?? 0)} 天就超限。`
}
