const dayLength = 86_400_000
/** Asia/Shanghai has been UTC+8 without summer time since 1991. */
const offset = 8 * 3_600_000

/** The calendar day in Asia/Shanghai, `YYYY-MM-DD`, whatever the machine's time zone. */
export function shanghaiDay(moment: Date): string {
  return new Date(moment.getTime() + offset).toISOString().slice(0, 10)
}

/** The day `count` natural days after `day`; the starting day is not counted. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayLength).toISOString().slice(0, 10)
}

/** How many days from `from` to `to`; negative where `to` is the earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayLength)
}

/** The last day for registering and routing: 15 days from receipt (art. 22), a duty, so not moved. */
export function registrationLastDay(receivedAt: Date): string {
  return addDays(shanghaiDay(receivedAt), 15)
}

/** `2026年11月22日`. */
export function formatDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** `2026年11月22日 09:30`, Asia/Shanghai. */
export function formatMoment(moment: Date): string {
  const local = new Date(moment.getTime() + offset).toISOString()
  return `${formatDay(local.slice(0, 10))} ${local.slice(11, 16)}`
}
