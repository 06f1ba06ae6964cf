import type { Finding } from '../../contracts/home.ts'

/** What is wrong with a column, in a sentence. */
export function findingWords({ kind, column, days, limit }: Finding): string {
  if (kind === 'empty') return `“${column}”没有内容。栏目空着，检查时会扣分。`
  if (kind === 'stale') return `“${column}”已有 ${days} 天没有更新，超过了 ${limit} 天的限度。`
  return `“${column}”已有 ${days} 天没有更新，再过 ${(limit ?? 0) - (days ?? 0)} 天就超限。`
}
