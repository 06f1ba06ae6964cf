import type { Workdays } from '@portal/content/schema/workdays'
import { addDays, isWorkday } from './calendar.ts'

/** The legal periods, in days after the starting day, which is itself not counted. */
export const clocks = {
  register: { name: '登记并转送、交办', article: 22, days: 15, rolls: false },
  inform: { name: '书面告知是否受理', article: 23, days: 15, rolls: false },
  handle: { name: '办结', article: 34, days: 60, rolls: false },
  review: { name: '可以申请复查', article: 35, days: 30, rolls: true },
} as const
export type ClockName = keyof typeof clocks

/** A last day, and whether the working-day table for it was there. */
export type Deadline = { lastDay: string; certain: boolean }

/**
 * The last day of a period that began on `startedOn`; it ends at 24:00 Asia/Shanghai. A petitioner's
 * right that would end on a day off goes on to the next working day; a unit's duty does not.
 * Where the year has no table the unrolled day is given with `certain: false`, for an alarm.
 */
export function deadline(name: ClockName, startedOn: string, table: Workdays): Deadline {
  const clock = clocks[name]
  let lastDay = addDays(startedOn, clock.days)
  if (!clock.rolls) return { lastDay, certain: true }
  for (;;) {
    const worked = isWorkday(lastDay, table)
    if (worked === null) return { lastDay, certain: false }
    if (worked) return { lastDay, certain: true }
    lastDay = addDays(lastDay, 1)
  }
}
