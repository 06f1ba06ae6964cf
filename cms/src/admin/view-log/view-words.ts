import { formatReceiptNumber } from '@portal/content/characters/receipt-number'
import { shanghaiClock } from '@portal/content/calendar/day'
import type { ViewRow } from '../../contracts/cases/view-log.ts'

/** When somebody looked, to the second of the office's clock. */
export const momentWords = (at: string) => shanghaiClock(at).slice(0, 19).replace('T', ' ')

/** At what somebody looked: a case by its number, or a list by its part and filters. */
export function lookedAt({ number, asked, found }: ViewRow): string {
  const what = number === null ? asked : formatReceiptNumber(number)
  return found === null ? what : `${what}，${found} 件`
}
