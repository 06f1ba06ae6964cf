import { dayOfWeek, shanghaiClock, type Day } from './day.ts'

/** `2026-11-22` → `2026年11月22日`. */
export function longDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** `2026-11-22` → `11月22日`. */
export function shortDay(day: Day): string {
  const [, month, date] = day.split('-').map(Number)
  return `${month}月${date}日`
}

/** `2026-11` → `2026年11月`. */
export function longMonth(month: string): string {
  const [year, number] = month.split('-').map(Number)
  return `${year}年${number}月`
}

/** `周日` for Sunday to `周六` for Saturday. */
export function weekday(day: Day): string {
  return `周${'日一二三四五六'[dayOfWeek(day)]}`
}

/** A moment in Shanghai: `2026年11月22日 09:30`. */
export function longMoment(moment: Date | string): string {
  const clock = shanghaiClock(moment)
  return `${longDay(clock.slice(0, 10))} ${clock.slice(11, 16)}`
}

/** A moment in Shanghai without its year: `11月22日 09:30`. */
export function shortMoment(moment: Date | string): string {
  const clock = shanghaiClock(moment)
  return `${shortDay(clock.slice(0, 10))} ${clock.slice(11, 16)}`
}

/** A moment in Shanghai in the form of the PubDate tag: `2026-11-22 09:30`. */
export function shanghaiMinute(moment: Date | string): string {
  return shanghaiClock(moment).slice(0, 16).replace('T', ' ')
}
