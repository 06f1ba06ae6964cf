/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`; days sort as text. The office's clocks count in these. */
export type Day = string

/** Milliseconds of a natural day: Shanghai has no summer time. */
export const dayMs = 86_400_000
/** China keeps UTC+8 all year. */
const offsetMs = 8 * 3_600_000

/** What a clock on the wall in Shanghai shows at a moment, as ISO 8601 without an offset. */
export function shanghaiClock(moment: Date | string): string {
  return new Date(new Date(moment).getTime() + offsetMs).toISOString().slice(0, -1)
}

/** The day on which a moment falls in Shanghai, whatever the machine's time zone. */
export function shanghaiDay(moment: Date | string): Day {
  return shanghaiClock(moment).slice(0, 10)
}

/** The day `count` natural days after `day`; the starting day is not counted. */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(day) + count * dayMs).toISOString().slice(0, 10)
}

/** How many natural days from `from` to `to`; negative where `to` is the earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs)
}

/** 0 for Sunday to 6 for Saturday. */
export function dayOfWeek(day: Day): number {
  return new Date(Date.parse(day)).getUTCDay()
}
