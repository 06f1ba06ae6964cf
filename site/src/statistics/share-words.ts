import type { PublicFigures } from '@portal/content/schema/entries/public-figures'

/** A published share in words: `93%`; a bound, or nothing, where more would tell of few people. */
export function shareWords(share: PublicFigures['indicators'][number]['share']): string {
  if ('over' in share) return `${share.over}% 以上`
  if ('under' in share) return `不到 ${share.under}%`
  return share.percent === null ? '不显示' : `${share.percent}%`
}
