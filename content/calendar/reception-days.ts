import type { Recurrence } from '../schema/entries/reception.ts'
import type { Workdays } from '../schema/entries/workdays.ts'
import { addDays, dayOfWeek } from './day.ts'
import { isDayOff } from './workdays.ts'

/** Monday 1 to Sunday 7, as the recurrence counts them. */
function weekdayOf(day: string): number {
  return dayOfWeek(day) || 7
}

function falls(day: string, recurrence: Recurrence): boolean {
  switch (recurrence.every) {
    case 'dates':
      return recurrence.dates.includes(day)
    case 'week':
      return weekdayOf(day) === recurrence.weekday
    case 'month': {
      const nth = Math.ceil(Number(day.slice(8)) / 7)
      return weekdayOf(day) === recurrence.weekday && nth === recurrence.nth
    }
  }
}

/**
 * The days of a reception from `from` to `to`, both included. Regular days that are public days
 * off are left out; days that the office has named itself stand.
 */
export function receptionDays(
  recurrence: Recurrence,
  from: string,
  to: string,
  workdays: Workdays,
): string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const stands = recurrence.every === 'dates' || !isDayOff(day, workdays)
    if (stands && falls(day, recurrence)) days.push(day)
  }
  return days
}
