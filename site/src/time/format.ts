/** Words for days and moments, always on the office's wall clock (Asia/Shanghai, UTC+8, no summer time). */
const offset = 8 * 60 * 60 * 1000

function shanghai(instant: string | Date): string {
  return new Date(new Date(instant).getTime() + offset).toISOString()
}

/** The calendar day on which a moment falls in Shanghai: `2026-11-22`. */
export function shanghaiDay(instant: string | Date): string {
  return shanghai(instant).slice(0, 10)
}

/** The PubDate tag's form, `2026-11-22 09:30`. */
export function shanghaiMinute(instant: string | Date): string {
  return shanghai(instant).slice(0, 16).replace('T', ' ')
}

/** `2026-11-22` → `2026年11月22日`. */
export function longDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** `2026-11-22` → `11月22日`. */
export function shortDay(day: string): string {
  const [, month, date] = day.split('-').map(Number)
  return `${month}月${date}日`
}

/** `2026-11` → `2026年11月`. */
export function longMonth(month: string): string {
  const [year, number] = month.split('-').map(Number)
  return `${year}年${number}月`
}

/** `周日` for Sunday to `周六` for Saturday. */
export function weekday(day: string): string {
  return `周${'日一二三四五六'[new Date(`${day}T00:00:00Z`).getUTCDay()]}`
}

/** Whole days from one calendar day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** `185` → `3分05秒`. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds)
  const minutes = Math.floor(whole / 60)
  const rest = whole % 60
  if (minutes === 0) return `${rest}秒`
  return `${minutes}分${String(rest).padStart(2, '0')}秒`
}

/** `185` → `3:05`, the form of a player's clock. */
export function playerClock(seconds: number): string {
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
