import type { Workdays } from '@portal/content/schema/workdays'

const dayLength = 86_400_000
const shanghai = 8 * 3_600_000

/** The calendar day in Asia/Shanghai (`YYYY-MM-DD`) in which a moment falls. China keeps UTC+8 all year. */
export function dayOf(moment: Date): string {
  return new Date(moment.getTime() + shanghai).toISOString().slice(0, 10)
}

/** The day `count` days after `day`. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * dayLength).toISOString().slice(0, 10)
}

/** How many days from `from` to `to`; negative where `to` is the earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayLength)
}

/** Whether `day` is worked: true, false, or null where its year has no table. */
export function isWorkday(day: string, table: Workdays): boolean | null {
  const year = table[day.slice(0, 4)]
  if (!year) return null
  if (year.on.includes(day)) return true
  const off = year.off.some((span) => {
    const [from = span, to = from] = span.split('/')
    return from <= day && day <= to
  })
  const weekday = new Date(Date.parse(day)).getUTCDay()
  return !off && weekday !== 0 && weekday !== 6
}

/** `day` itself where it is worked, else the next day that is; null where a year without a table comes first. */
export function nextWorkday(day: string, table: Workdays): string | null {
  for (let next = day; ; next = addDays(next, 1)) {
    const worked = isWorkday(next, table)
    if (worked === null) return null
    if (worked) return next
  }
}

/** The `count`th working day after `day`; null where a year without a table comes first. */
export function addWorkdays(day: string, count: number, table: Workdays): string | null {
  let reached: string | null = day
  for (let left = count; left > 0 && reached !== null; left -= 1) {
    reached = nextWorkday(addDays(reached, 1), table)
  }
  return reached
}
