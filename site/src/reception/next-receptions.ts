import { addDays, dayOfWeek } from '@portal/content/calendar/day'
import { isDayOff } from '@portal/content/calendar/workdays'
import type { Recurrence } from '@portal/content/schema/entries/reception'
import type { Workdays } from '@portal/content/schema/entries/workdays'

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

/** The first day of a reception on or after `today`, within a year and a day. */
export function nextReception(
  recurrence: Recurrence,
  today: string,
  workdays: Workdays,
): string | undefined {
  return receptionDays(recurrence, today, addDays(today, 366), workdays)[0]
}

const numerals = ['', '一', '二', '三', '四', '五', '六', '日']

/** When a reception takes place, in words: `每月第一个周一`. */
export function recurrenceWords(recurrence: Recurrence): string {
  switch (recurrence.every) {
    case 'week':
      return `每周${numerals[recurrence.weekday]}`
    case 'month':
      return `每月第${numerals[recurrence.nth]}个周${numerals[recurrence.weekday]}`
    case 'dates':
      return '按公布的日期'
  }
}
