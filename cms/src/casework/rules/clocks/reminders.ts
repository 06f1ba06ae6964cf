import { addDays, dayOfWeek, type Day } from '@portal/content/calendar/day'
import { isWorkday } from '@portal/content/calendar/workdays'
import type { Workdays } from '@portal/content/schema/entries/workdays'
import {
  reminderTiers,
  type GivenReminder,
  type ReminderLevel,
  type ReminderTier,
} from '../../../contracts/cases/deadlines.ts'
import type { BodyOf } from '../../events/event.ts'
import type { UnitRef } from '../../events/event-fields.ts'
import { isDuty } from './next-duty.ts'
import { leadOf, type Referral } from '../case/referral.ts'
import { describe, runningClocks, type Course, type RunningClock } from './running-clocks.ts'

/** A clock that asks something of an office now, and of which unit; null where of none. */
export type Duty = RunningClock & { holder: UnitRef | null }

/** Whose a clock is: of a unit's, the one in the lead where it is not another's. */
function holderOf(running: RunningClock, referrals: readonly Referral[]): UnitRef | null {
  if (running.unit) return running.unit
  return describe(running).whose === 'unit' ? (leadOf(referrals)?.unit ?? null) : null
}

/** Everything that offices owe in a case now. */
export function openDuties(course: Course, table: Workdays): Duty[] {
  return runningClocks(course, table)
    .filter((running) => running.doneOn === null && isDuty(running))
    .map((running) => ({ ...running, holder: holderOf(running, course.referrals ?? []) }))
}

/** Of a year without a table the week is known: a reminder must not wait for the rest. */
const isWorked = (day: Day, table: Workdays) =>
  isWorkday(day, table) ?? ![0, 6].includes(dayOfWeek(day))

/** The day from which the first reminder is given: so many working days before the last day. */
export function remindFrom(lastDay: Day, days: number, table: Workdays): Day {
  let day = lastDay
  for (let left = days; left > 0;) {
    day = addDays(day, -1)
    if (isWorked(day, table)) left -= 1
  }
  return day
}

/** The furthest last day of which it is time to remind on `today`. */
export function reminderHorizon(today: Day, days: number, table: Workdays): Day {
  let horizon = today
  while (remindFrom(addDays(horizon, 1), days, table) <= today) horizon = addDays(horizon, 1)
  return horizon
}

const rank = (tier: ReminderTier) => reminderTiers.indexOf(tier)

/** How urgent a last day is on `today`; null where it is too early to remind of it. */
export function tierOf(
  lastDay: Day,
  today: Day,
  days: number,
  table: Workdays,
): ReminderTier | null {
  if (today > lastDay) return 'late'
  if (today === lastDay) return 'today'
  return remindFrom(lastDay, days, table) <= today ? 'before' : null
}

/** How far reminders of a clock have come: 0 where none was given, else one more than the place of its tier. */
export function givenRank(duty: Duty, given: readonly GivenReminder[]): number {
  const same = given.filter(
    ({ clock, unit, startedOn, lastDay }) =>
      clock === duty.clock &&
      unit === (duty.holder?.id ?? null) &&
      startedOn === duty.startedOn &&
      lastDay === duty.lastDay,
  )
  return Math.max(0, ...same.map(({ tier }) => rank(tier) + 1))
}

/** First the unit's people, then its head, then the bureau; what the bureau owes itself is its own. */
function levelsOf({ holder }: Duty, tier: ReminderTier): ReminderLevel[] {
  if (holder === null) return ['bureau']
  const levels: ReminderLevel[] = ['unit', 'head', 'bureau']
  return levels.slice(0, rank(tier) + 1)
}

/**
 * The reminders that are to be given on `today`, and were not: of each clock the one that fits the day, however long
 * nobody looked. One that the day has overtaken is given no more, for what it says is no longer so; each is given once,
 * and again only where the last day has moved.
 * @param today in Shanghai
 * @param days working days before a last day
 */
export function dueReminders(
  course: Course & { reminders: readonly GivenReminder[] },
  today: Day,
  days: number,
  table: Workdays,
): BodyOf<'reminded'>[] {
  const seen = [...course.reminders]
  return openDuties(course, table).flatMap((duty) => {
    const { clock, startedOn, lastDay, holder } = duty
    const tier = tierOf(lastDay, today, days, table)
    if (tier === null || givenRank(duty, seen) > rank(tier)) return []
    seen.push({ tier, clock, unit: holder?.id ?? null, startedOn, lastDay })
    const to = levelsOf(duty, tier)
    return [{ kind: 'reminded', told: null, tier, clock, unit: holder, startedOn, lastDay, to }]
  })
}
