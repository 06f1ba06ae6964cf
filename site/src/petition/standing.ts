import type { Status } from '@portal/content/schema/status'
import { daysBetween, formatDay, registrationLastDay } from './deadline.ts'

type Clock = Status['clocks'][number]

/** Where a petition stands, for the person who filed it. */
export type Standing = {
  /** One sentence. */
  now: string
  /** What comes next and by when; `null` where nothing more is due. */
  next: { what: string; until: string; late: boolean; article: number } | null
}

/** Describes a status on the day `today` (Asia/Shanghai); `null` is a petition not yet collected. */
export function describeStanding(status: Status | null, receivedAt: Date, today: string): Standing {
  const clocks = status?.clocks ?? []
  const running = clocks.filter((clock) => !clock.done)
  const first = running.reduce<Clock | null>(
    (earliest, clock) => (earliest && earliest.lastDay <= clock.lastDay ? earliest : clock),
    null,
  )
  if (first) return { now: sentence(status), next: describeClock(first, status, today) }
  if (status && status.state !== 'received') return { now: sentence(status), next: null }
  const registration = {
    name: '登记并转送有权处理的单位',
    article: 22,
    lastDay: registrationLastDay(receivedAt),
  }
  return { now: sentence(status), next: describeClock(registration, status, today) }
}

function sentence(status: Status | null): string {
  const unit = status?.unit ?? '承办单位'
  switch (status?.state) {
    case undefined:
    case 'received':
      return '信访局已经收到，还没有登记。'
    case 'registered':
      return '信访局已经登记，正在确定由哪个单位办理。'
    case 'referred':
      return `已经转送${unit}，等待答复是否受理。`
    case 'accepted':
      return `${unit}已经受理，正在办理。`
    case 'declined':
      return `${unit}不予受理。理由见下面的办理经过。`
    case 'replied':
      return `${unit}已经答复。`
    case 'closed':
      return '已经办结。'
  }
}

/** How a last day stands to today, in words. */
export function describeUntil(lastDay: string, today: string): { text: string; late: boolean } {
  const left = daysBetween(today, lastDay)
  if (left > 0) return { text: `最迟 ${formatDay(lastDay)}，还有 ${left} 天`, late: false }
  if (left === 0) return { text: `最迟今天（${formatDay(lastDay)}）`, late: false }
  return { text: `期限是 ${formatDay(lastDay)}，已经超过 ${-left} 天`, late: true }
}

function describeClock(
  clock: Pick<Clock, 'name' | 'article' | 'lastDay'>,
  status: Status | null,
  today: string,
): NonNullable<Standing['next']> {
  const { text, late } = describeUntil(clock.lastDay, today)
  // After a reply these two articles run for the petitioner: a right that ends, not a duty missed.
  const answered = status?.state === 'replied' || status?.state === 'closed'
  const ownRight = answered && (clock.article === 35 || clock.article === 36)
  return { what: clock.name, until: text, late: late && !ownRight, article: clock.article }
}
