import { addDays, dayOfWeek, type Day } from './day.ts'
import type { Workdays } from '../schema/entries/workdays.ts'

/** Whether `day` is a public day off by the State Council's table; a year without one knows none. */
export function isDayOff(day: Day, table: Workdays): boolean {
  return (table[day.slice(0, 4)]?.off ?? []).some((span) => {
    const [from = span, to = from] = span.split('/')
    return from <= day && day <= to
  })
}

/** Whether `day` is worked: true, false, or null where its year has no table. */
export function isWorkday(day: Day, table: Workdays): boolean | null {
  const year = table[day.slice(0, 4)]
  if (!year) return null
  if (year.on.includes(day)) return true
  return !isDayOff(day, table) && dayOfWeek(day) !== 0 && dayOfWeek(day) !== 6
}

/** `day` itself where it is worked, else the next day that is; null where a year without a table comes first. */
export function nextWorkday(day: Day, table: Workdays): Day | null {
  for (let next = day; ; next = addDays(next, 1)) {
    const worked = isWorkday(next, table)
    if (worked === null) return null
    if (worked) return next
  }
}

/** The `count`th working day after `day`; null where a year without a table comes first. */
export function addWorkdays(day: Day, count: number, table: Workdays): Day | null {
  let reached: Day | null = day
  for (let left = count; left > 0 && reached !== null; left -= 1) {
    reached = nextWorkday(addDays(reached, 1), table)
  }
  return reached
}
