import type { Status } from '@portal/content/schema/petition/status'
import { clockState, clocksOf, describeClock, nextClock, ownerName } from './clocks.ts'

/** Where a petition stands, for the person who filed it. */
export type StatusSummary = {
  /** One sentence. */
  now: string
  /** Whose turn it is and by when; `null` where nothing more is due. */
  next: {
    /** A sentence. */
    turn: string
    /** By when, without a full stop. */
    until: string
    /** Whether somebody else has missed a duty, and so may be pressed. */
    late: boolean
    article: number
  } | null
}

/** Describes a status on the day `today` (Asia/Shanghai); `null` is a petition not yet collected. */
export function summariseStatus(
  status: Status | null,
  receivedAt: Date,
  today: string,
): StatusSummary {
  const clock = nextClock(clocksOf(status, receivedAt), today)
  const now = sentence(status)
  if (!clock) return { now, next: null }
  const own = clock.whose === 'petitioner'
  const who = ownerName(clock, status?.unit ?? null)
  return {
    now,
    next: {
      turn: own
        ? `${optional(clock.article, isDissatisfied(status))}。`
        : `接下来，${who}要${clock.name}。`,
      until: describeClock(clock, today),
      late: clockState(clock, today) === 'late',
      article: clock.article,
    },
  }
}

const isDissatisfied = (status: Status | null) =>
  status?.evaluation?.satisfaction === 'dissatisfied'

function optional(article: number, dissatisfied: boolean): string {
  if (article === 36) return '不同意复查意见的，您可以申请复核；没有意见的，不用做什么'
  if (dissatisfied) return '您不满意，信访局会安排人回访；不同意答复的，您也可以申请复查'
  return '不同意答复的，您可以申请复查；没有意见的，不用做什么'
}

function sentence(status: Status | null): string {
  const unit = status?.unit || '承办单位'
  const opinion = (level: 'review' | 're-review') =>
    status?.opinions.find((given) => given.level === level)
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
    case 'reviewing':
      return '您的复查申请已经收到，正在复查。'
    case 'reviewed':
      return `${opinion('review')?.body ?? '复查机关'}已经作出复查意见。`
    case 're-reviewing':
      return '您的复核申请已经收到，正在复核。'
    case 're-reviewed':
      return `${opinion('re-review')?.body ?? '复核机关'}已经作出复核意见。`
    case 'closed':
      return '已经办结。'
    case 'withdrawn':
      return '您已经撤回，不再办理。'
  }
}
