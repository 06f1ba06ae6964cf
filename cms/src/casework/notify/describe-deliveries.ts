import { shortMoment } from '@portal/content/calendar/wording'
import { notifyWays } from '@portal/content/schema/petition/petition'
import type { Senders, NotifyWay } from './port.ts'
import { recipientOf, wayOf, type Contact } from './recipient.ts'

/** What the outbox knows of one step of a case. */
export type DeliveryRecord = {
  /** The step in words. */
  step: string
  by: NotifyWay
  state: 'waiting' | 'sent' | 'failed' | 'dropped'
  attempts: number
  reason: string | null
  sentAt: string | null
}

function sentenceOf({ step, by, state, attempts, reason, sentAt }: DeliveryRecord): string {
  const way = notifyWays[by]
  switch (state) {
    case 'sent':
      return `“${step}”已于${shortMoment(sentAt ?? new Date(0))}用${way}告知信访人。`
    case 'failed':
      return `“${step}”没有能用${way}告知信访人：${reason}。请打电话告知。`
    case 'waiting':
      return attempts === 0
        ? `“${step}”正要用${way}告知信访人。`
        : `“${step}”还没有能用${way}告知信访人，已试 ${attempts} 次：${reason ?? '没有得到确认'}。还会再试。`
    case 'dropped':
      return `“${step}”没有用${way}告知信访人：信访人改变了意愿。`
  }
}

/**
 * Says to case staff whether and when the petitioner was told, in a line or two: the latest step,
 * every step that failed, and what stands in the way.
 * @param records of one case, in the order of its steps
 */
export function describeDeliveries(
  contact: Contact,
  senders: Senders,
  records: DeliveryRecord[],
): string[] {
  const way = wayOf(contact)
  const latest = records.at(-1)
  const shown = records.filter((record) => record.state === 'failed' || record === latest)
  const lines = shown.map(sentenceOf)
  if (!way) return lines.length > 0 ? lines : ['信访人没有要求用短信或邮件告知进展。']
  const word = notifyWays[way]
  if (!senders[way]) lines.push(`信访人希望用${word}告知进展，但${word}未配置，不会发送。`)
  else if (!recipientOf(contact)) lines.push(`信访人希望用${word}告知进展，但所留号码收不到。`)
  else if (lines.length === 0) lines.push(`信访人希望用${word}告知进展，从下一步起告知。`)
  return lines
}
