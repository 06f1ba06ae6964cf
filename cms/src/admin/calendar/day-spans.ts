import { addDays, dayOfWeek, type Day } from '@portal/content/calendar/day'

/** Days from the first to the last, both included. */
export type Span = { from: Day; to: Day }

/** The Monday of a day's week. */
const mondayOf = (day: Day) => addDays(day, -((dayOfWeek(day) + 6) % 7))

/** The week of a day, from Monday to Sunday. */
export function weekOf(day: Day): Span {
  const from = mondayOf(day)
  return { from, to: addDays(from, 6) }
}

/** The weeks that a day's month reaches into; always six, so that the grid does not jump. */
export function monthOf(day: Day): Span {
  const from = mondayOf(`${day.slice(0, 7)}-01`)
  return { from, to: addDays(from, 41) }
}

/** The first day of the month `by` months after a day's; the day itself where it lies in that month. */
export function otherMonth(day: Day, by: number): Day {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + by, 1))
  return first.toISOString().slice(0, 10)
}

/** Where the keys of a calendar lead from a day; null for other keys. */
export function dayByKey(key: string, day: Day): Day | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1)
    case 'ArrowRight':
      return addDays(day, 1)
    case 'ArrowUp':
      return addDays(day, -7)
    case 'ArrowDown':
      return addDays(day, 7)
    case 'Home':
      return weekOf(day).from
    case 'End':
      return weekOf(day).to
    case 'PageUp':
      return otherMonth(day, -1)
    case 'PageDown':
      return otherMonth(day, 1)
    default:
      return null
  }
}
