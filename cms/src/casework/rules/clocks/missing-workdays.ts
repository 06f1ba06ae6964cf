import type { Workdays } from '@portal/content/schema/entries/workdays'
import { addDays } from '@portal/content/calendar/day'
import type { Deadline } from './clock.ts'

/** The first year without a table that a deadline hangs on; null where the deadline is certain. */
export function missingYear({ lastDay, certain }: Deadline, table: Workdays): string | null {
  if (certain) return null
  const reach = [lastDay, addDays(lastDay, 31)].map((day) => day.slice(0, 4))
  return reach.find((year) => !(year in table)) ?? null
}

/** What staff are asked to look at. */
export function alarmText(year: string): string {
  return `请核对：缺少 ${year} 年工作日表`
}
