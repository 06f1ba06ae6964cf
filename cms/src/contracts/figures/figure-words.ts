import type { FigureRow, Share } from './figures.ts'

/** A share in percent, to one place: `93.5%`; `—` where there is nothing to take a share of. */
export function percentWords({ part, whole }: Share): string {
  return whole === 0 ? '—' : `${Math.round((part / whole) * 1000) / 10}%`
}

/** By how much a count has changed: `+3（+25%）`, `-2`, `持平`; without percent where there was nothing before. */
export function changeWords(count: number, before: number | null): string {
  if (before === null) return ''
  const change = count - before
  if (change === 0) return '持平'
  const sign = change > 0 ? '+' : '−'
  const share = before === 0 ? '' : `（${sign}${Math.round((Math.abs(change) / before) * 100)}%）`
  return `${sign}${Math.abs(change)}${share}`
}

/** By how many percentage points a share has changed. */
export function pointsWords(now: Share, before: Share | null): string {
  if (!before || now.whole === 0 || before.whole === 0) return ''
  const points = Math.round((now.part / now.whole - before.part / before.whole) * 1000) / 10
  if (points === 0) return '持平'
  return `${points > 0 ? '+' : '−'}${Math.abs(points)} 个百分点`
}

/** How what was received compares: `比上月增加 3 件，比去年同月减少 2 件`. */
export function comparedWords(
  { count, before, lastYear }: FigureRow,
  beforeName: string,
  lastYearName: string | null,
): string {
  const against = (than: number, name: string) => {
    const change = count - than
    if (change === 0) return `与${name}持平`
    return `比${name}${change > 0 ? '增加' : '减少'} ${Math.abs(change)} 件`
  }
  return [
    against(before, beforeName),
    ...(lastYear !== null && lastYearName !== null ? [against(lastYear, lastYearName)] : []),
  ].join('，')
}
