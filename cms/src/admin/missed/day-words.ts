/** A day as people say it: `11月8日`. */
export function dayWords(day: string): string {
  const [, month, date] = day.split('-')
  return `${Number(month)}月${Number(date)}日`
}
