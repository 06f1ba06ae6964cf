import type { Status } from '@portal/content/schema/petition/status'
import { longDay } from '@portal/content/calendar/wording'
import { daysBetween, shanghaiDay, addDays, type Day } from '@portal/content/calendar/day'

/** A legal clock as it is sealed in a status. */
export type Clock = Status['clocks'][number]

/** Who must act by a clock's last day, as the petitioner calls them. */
export function ownerName(
  { whose, article }: Pick<Clock, 'whose' | 'article'>,
  unit: string | null,
) {
  switch (whose) {
    case 'bureau':
      return '信访局'
    case 'unit':
      return unit || '承办单位'
    case 'review-body':
      return article === 36 ? '复核机关' : '复查机关'
    case 'petitioner':
      return '您'
  }
}

/** Where a clock stands on the day `today`. */
type ClockState = 'running' | 'done' | 'late' | 'ended'

/** A missed duty is late; a petitioner's right that was not used has ended, which is no fault. */
export function clockState(clock: Clock, today: string): ClockState {
  if (clock.done) return 'done'
  if (today <= clock.lastDay) return 'running'
  return clock.whose === 'petitioner' ? 'ended' : 'late'
}

/** The same in words: by when, and how many days are left or over. No full stop. */
export function describeClock(clock: Clock, today: string): string {
  const day = longDay(clock.lastDay)
  const left = daysBetween(today, clock.lastDay)
  const own = clock.whose === 'petitioner'
  switch (clockState(clock, today)) {
    case 'done':
      return `${own ? '您已经提出' : '已经完成'}，期限是 ${day}`
    case 'ended':
      return `期限到 ${day}为止，已经过了`
    case 'late':
      return `期限是 ${day}，已经超过 ${-left} 天`
    case 'running':
      if (left === 0) return own ? `今天（${day}）是最后一天` : `最迟今天（${day}）`
      return `最迟 ${day}，还有 ${left} 天`
  }
}

/**
 * The clocks of a status; before the office has brought one, or while it says no more than that the
 * petition is there, the bureau's own for registering and routing (art. 22).
 */
export function clocksOf(status: Status | null, receivedAt: Date): Clock[] {
  const known = status?.clocks ?? []
  if (known.length > 0 || (status && status.state !== 'received')) return known
  return [
    {
      name: '登记并转送有权处理的单位',
      whose: 'bureau',
      article: 22,
      startedOn: shanghaiDay(receivedAt),
      lastDay: registrationLastDay(receivedAt),
      done: false,
    },
  ]
}

/** Which clock matters first on the day `today`: a late one, else the one that ends first. */
export function nextClock(clocks: readonly Clock[], today: string): Clock | null {
  const open = clocks.filter((clock) => ['running', 'late'].includes(clockState(clock, today)))
  return open.reduce<Clock | null>(
    (first, clock) => (first && first.lastDay <= clock.lastDay ? first : clock),
    null,
  )
}

/** The order in which they are shown: what still runs by its last day, then what is over. */
export function orderClocks(clocks: readonly Clock[], today: string): Clock[] {
  const over = (clock: Clock) => ['done', 'ended'].includes(clockState(clock, today))
  const open = clocks.filter((clock) => !over(clock))
  return [
    ...open.sort((a, b) => a.lastDay.localeCompare(b.lastDay)),
    ...clocks.filter((clock) => over(clock)),
  ]
}

/** The last day for registering and routing: 15 days from receipt (art. 22), a duty, so not moved. */
export function registrationLastDay(receivedAt: Date): Day {
  return addDays(shanghaiDay(receivedAt), 15)
}
