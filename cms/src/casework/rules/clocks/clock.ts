import type { ClockOwner } from '@portal/content/schema/petition/status'
import type { Workdays } from '@portal/content/schema/entries/workdays'
import { addWorkdays, nextWorkday } from '@portal/content/calendar/workdays'
import { addDays } from '@portal/content/calendar/day'

type Clock = {
  name: string
  whose: ClockOwner
  article: number
  days: number
  /** Working days count, not natural ones. */
  working?: true
}

/**
 * The legal periods, in days after the starting day, which is itself not counted. The bureau sets the day of
 * a `report` and of a letter (`supervise`) itself, and how long a `follow-up` may take (`FOLLOW_UP_DAYS`).
 */
export const clocks = {
  register: { name: '登记并转送、交办', whose: 'bureau', article: 22, days: 15 },
  inform: { name: '书面告知是否受理', whose: 'unit', article: 23, days: 15 },
  object: { name: '提出异议', whose: 'unit', article: 23, days: 5, working: true },
  report: { name: '反馈办理结果', whose: 'unit', article: 22, days: 0 },
  supervise: { name: '反馈督办情况', whose: 'unit', article: 40, days: 0 },
  handle: { name: '办结', whose: 'unit', article: 34, days: 60 },
  review: { name: '可以申请复查', whose: 'petitioner', article: 35, days: 30 },
  'review-opinion': { name: '作出复查意见', whose: 'review-body', article: 35, days: 30 },
  're-review': { name: '可以申请复核', whose: 'petitioner', article: 36, days: 30 },
  'follow-up': { name: '回访信访人', whose: 'bureau', article: 21, days: 15 },
  're-review-opinion': { name: '作出复核意见', whose: 'review-body', article: 36, days: 30 },
} as const satisfies Record<string, Clock>
export type ClockName = keyof typeof clocks

/** A last day, and whether the working-day table for it was there. */
export type Deadline = { lastDay: string; certain: boolean }

/**
 * The last day of a period that began on `startedOn`; it ends at 24:00 Asia/Shanghai. A petitioner's
 * right that would end on a day off goes on to the next working day; a duty does not. Where a year
 * has no table the earliest day that it can be is given with `certain: false`, for an alarm.
 * @param extra days by which the period was lengthened (arts. 34, 36)
 */
export function deadline(name: ClockName, startedOn: string, table: Workdays, extra = 0): Deadline {
  const clock: Clock = clocks[name]
  const earliest = addDays(startedOn, clock.days + extra)
  if (!clock.working && clock.whose !== 'petitioner') return { lastDay: earliest, certain: true }
  const exact = clock.working
    ? addWorkdays(startedOn, clock.days, table)
    : nextWorkday(earliest, table)
  return { lastDay: exact ?? earliest, certain: exact !== null }
}
