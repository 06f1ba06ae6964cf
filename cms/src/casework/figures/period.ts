import { addDays, type Day } from '@portal/content/calendar/day'
import { longMonth } from '@portal/content/calendar/wording'

/** A month (`2026-11`) or a year (`2026`) of the office, both days included. */
export type Period = { id: string; kind: 'month' | 'year'; name: string; from: Day; to: Day }

const pad = (month: number) => String(month).padStart(2, '0')

/** The period that an identifier stands for; null where it stands for none. */
export function readPeriod(id: string): Period | null {
  if (/^(?:19|20)\d\d$/.test(id)) {
    return { id, kind: 'year', name: `${id}年`, from: `${id}-01-01`, to: `${id}-12-31` }
  }
  if (!/^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/.test(id)) return null
  const to = addDays(`${after(id)}-01`, -1)
  return { id, kind: 'month', name: longMonth(id), from: `${id}-01`, to }
}

function after(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${pad(number + 1)}`
}

function monthBefore(month: string): string {
  return addDays(`${month}-01`, -1).slice(0, 7)
}

function known(id: string): Period {
  const period = readPeriod(id)
  if (!period) throw new RangeError(`${id} is no period`)
  return period
}

/** The month before a month, the year before a year. */
export function periodBefore({ id, kind }: Period): Period {
  return known(kind === 'year' ? String(Number(id) - 1) : monthBefore(id))
}

/** The same month a year earlier; null for a year, to which that is the year before. */
export function periodLastYear({ id, kind }: Period): Period | null {
  return kind === 'year' ? null : known(`${Number(id.slice(0, 4)) - 1}${id.slice(4)}`)
}

/** Whether a day of the office lies in a period. */
export function isIn({ from, to }: Period, day: Day | null): boolean {
  return day !== null && day >= from && day <= to
}
