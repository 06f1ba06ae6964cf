import type { Workdays } from '@portal/content/schema/workdays'
import { describe, runningClocks, type Course, type RunningClock } from './running-clocks.ts'

/** The clock that ends first among those that run for an office; none where nobody owes anything now. */
export function nextDuty(course: Course, table: Workdays): RunningClock | undefined {
  return runningClocks(course, table)
    .filter(
      (running) =>
        running.doneOn === null &&
        running.clock !== 'object' &&
        describe(running).whose !== 'petitioner',
    )
    .sort((a, b) => (a.lastDay < b.lastDay ? -1 : 1))[0]
}
