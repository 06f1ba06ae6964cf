import type { Recurrence } from '@portal/content/schema/reception'
import type { Workdays } from '@portal/content/schema/workdays'

const dayLength = 86_400_000

function asDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

/** Monday 1 to Sunday 7, as the recurrence counts them. */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
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

/** Whether a day is a public day off by the State Council's table; a year without one knows none. */
export function isDayOff(day: string, workdays: Workdays): boolean {
  const year = workdays[day.slice(0, 4)]
  return (year?.off ?? []).some((span) => {
    const [from = '', to = from] = span.split('/')
    return from <= day && day <= to
  })
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
  for (let time = Date.parse(from); time <= Date.parse(to); time += dayLength) {
    const day = asDay(time)
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
  const end = asDay(Date.parse(today) + 366 * dayLength)
  return receptionDays(recurrence, today, end, workdays)[0]
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
