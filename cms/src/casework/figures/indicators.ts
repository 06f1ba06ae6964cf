import type { Day } from '@portal/content/calendar/day'
import type { IndicatorId, Share } from '../../contracts/figures/figures.ts'
import type { FigureFacts } from '../rules/figure-facts.ts'
import { isIn, type Period } from './period.ts'

/** The case was last closed on a day of the period. */
function closedIn({ closings }: FigureFacts, period: Period) {
  return closings.findLast(({ on }) => isIn(period, on))
}

/**
 * The five indicators of a period; their formulas in words stand beside their names (`contracts/figures/figures.ts`).
 * @param today an answer that is due on this day or later is late or in time only when it has come
 * @param repeated the numbers of cases of which a later one is held to be a repeat
 */
export function indicatorShares(
  facts: readonly FigureFacts[],
  period: Period,
  today: Day,
  repeated: ReadonlySet<string>,
): Record<IndicatorId, Share> {
  const shares: Record<IndicatorId, Share> = {
    informed: { part: 0, whole: 0 },
    'in-time': { part: 0, whole: 0 },
    evaluated: { part: 0, whole: 0 },
    satisfied: { part: 0, whole: 0 },
    'at-once': { part: 0, whole: 0 },
  }
  const count = (id: IndicatorId, isPart: boolean) => {
    shares[id].whole += 1
    if (isPart) shares[id].part += 1
  }
  for (const one of facts) {
    for (const { lastDay, doneOn } of one.informs) {
      const isDue = isIn(period, lastDay) && (lastDay < today || doneOn !== null)
      if (isDue) count('informed', doneOn !== null && doneOn <= lastDay)
    }
    const closing = closedIn(one, period)
    if (closing) {
      const hasAppealed = one.happened.some(({ kind }) => kind === 'appealed')
      count('in-time', closing.inTime)
      count('at-once', !hasAppealed && one.repeatOf === null && !repeated.has(one.number))
    }
    if (isIn(period, one.answeredOn)) {
      count('evaluated', one.satisfaction !== null)
      if (one.satisfaction !== null) count('satisfied', one.satisfaction !== 'dissatisfied')
    }
  }
  return shares
}
