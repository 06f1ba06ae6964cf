import { addDays } from '@portal/content/calendar/day'
import { receptionDays } from '@portal/content/calendar/reception-days'
import type { Recurrence } from '@portal/content/schema/entries/reception'
import type { Workdays } from '@portal/content/schema/entries/workdays'

/** The first day of a reception on or after `today`, within a year and a day. */
export function nextReception(
  recurrence: Recurrence,
  today: string,
  workdays: Workdays,
): string | undefined {
  return receptionDays(recurrence, today, addDays(today, 366), workdays)[0]
}

const numerals = ['', '一', '二', '三', '四', '五', '六', '日']

/** When a reception takes place, in words: `每月第一个周一`. */
export function recurrenceWords(recurrence: Recurrence): string {
  switch (recurrence.every) {
    case 'week':
      return `每周${numerals[recurrence.weekday]}`
    case 'month':
      return `每月第${numerals[recurrence.nth]}个周${numerals[recurrence.weekday]}`
    case 'dates':
      return '按公布的日期'
  }
}
