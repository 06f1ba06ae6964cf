import type { UnitFigures } from '../../contracts/cases/calendar.ts'
import { queueAddress } from '../desk/addresses'

/** 90%（9/10）; nothing was due where nothing can be divided. */
export function informedWords({ informed: { due, inTime } }: UnitFigures): string {
  return due === 0 ? '—' : `${Math.round((inTime / due) * 100)}%（${inTime}/${due}）`
}

/** 12.5 天. */
export function daysWords({ decided: { count, days } }: UnitFigures): string {
  return count === 0 ? '—' : `${days} 天`
}

/** The queue's part of which a number is the count. */
export const partAddress = ({ id }: UnitFigures, part: 'soon' | 'late' | 'open') =>
  `${queueAddress}?${new URLSearchParams({ tab: part === 'open' ? 'all' : part, unit: id, ...(part === 'open' ? { open: 'true' } : {}) })}`

export const nameOf = ({ name, active }: UnitFigures) => (active ? name : `${name}（已停用）`)
