import type { Workdays } from '@portal/content/schema/entries/workdays'
import { assistingOf } from '../case/referral.ts'
import { describe, runningClocks, type Course, type RunningClock } from './running-clocks.ts'
import type { Party } from '../wall.ts'

/** A clock that asks something of an office, as against a right of the petitioner or of a unit. */
export function isDuty(running: RunningClock): boolean {
  return running.clock !== 'object' && describe(running).whose !== 'petitioner'
}

/**
 * The clock that ends first among those that run for an office; none where nobody owes anything now.
 * @param party of a unit that has the case beside the one in the lead, only what it owes itself counts
 */
export function nextDuty(
  course: Course,
  table: Workdays,
  party: Party = { kind: 'bureau' },
): RunningClock | undefined {
  const own = party.kind === 'unit' ? assistingOf(course.referrals ?? [], party.unit) : undefined
  const isTheirs = ({ clock, unit }: RunningClock) => {
    if (party.kind === 'bureau') return true
    return clock === 'follow-up' ? unit?.id === party.unit : unit?.id === own?.unit.id
  }
  return runningClocks(course, table)
    .filter((running) => running.doneOn === null && isDuty(running) && isTheirs(running))
    .sort((a, b) => (a.lastDay < b.lastDay ? -1 : 1))[0]
}
