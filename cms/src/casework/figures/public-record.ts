import type { Day } from '@portal/content/calendar/day'
import { hideSmall, publicShare, smallestCell } from '@portal/content/figures/hide-small'
import type { PublicFigures } from '@portal/content/schema/entries/public-figures'
import {
  figureTables,
  indicators,
  type FigureRow,
  type Figures,
} from '../../contracts/figures/figures.ts'

const shown = (count: number) => (count < smallestCell ? null : count)
const single = ({ name, count }: FigureRow) => ({ name, count: shown(count) })

/**
 * The clean record of a month that is published: counts without cases, small cells hidden so that nobody can work
 * them out. Units are not in it. A month of fewer cases than the smallest cell tells nothing apart.
 */
export function publicRecord(month: string, figures: Figures, releasedOn: Day): PublicFigures {
  const { received, tables, referral, supervision } = figures
  const total = shown(received.count)
  return {
    month,
    releasedOn,
    received: total,
    tables:
      total === null
        ? []
        : tables.map(({ id, rows }) => {
            const counts = hideSmall(rows.map(({ count }) => count))
            return {
              id,
              title: figureTables[id],
              rows: rows.map(({ name }, at) => ({ name, count: counts[at] ?? null })),
            }
          }),
    done: [...referral, ...supervision].map(single),
    indicators: figures.indicators.map(({ id, now }) => ({
      name: indicators[id].name,
      formula: indicators[id].formula,
      share: publicShare(now),
    })),
  }
}
