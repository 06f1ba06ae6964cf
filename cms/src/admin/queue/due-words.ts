import type { QueueDuty } from '../../contracts/cases/queue.ts'
import { soonDays } from '../../contracts/cases/queue.ts'

/** How long there is to a last day, in words. */
export function leftWords({ left }: Pick<QueueDuty, 'left'>): string {
  if (left < 0) return `已超 ${-left} 天`
  return left === 0 ? '就是今天' : `还有 ${left} 天`
}

/** Whether what is owed is late, or soon will be. */
export function urgency({ left }: Pick<QueueDuty, 'left'>): 'late' | 'soon' | 'calm' {
  if (left < 0) return 'late'
  return left <= soonDays ? 'soon' : 'calm'
}

/** A day of the office as staff read it; without the year where it is this year's. */
export function dayWords(day: string, now: Date = new Date()): string {
  const [year, month, date] = day.split('-').map(Number)
  return year === now.getFullYear() ? `${month}月${date}日` : `${year}年${month}月${date}日`
}
