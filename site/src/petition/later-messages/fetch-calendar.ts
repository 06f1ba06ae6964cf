import { createHmac } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { clocksOf } from '../track/clocks.ts'
import { shanghaiDay } from '@portal/content/calendar/day'
import type { Track, Tracking } from '../track/track.ts'
import type { Credentials } from '../access/verify.ts'
import { writeCalendar } from './calendar.ts'
import { withPending } from './pending.ts'

/** The calendar file; `null` where number and code are refused or no clock runs. */
type FetchedCalendar = { tracking: Tracking; file: string | null }

/** Gives the holder of number and code the last days that matter as a calendar file. */
export function createFetchCalendar(parts: { track: Track; pepper: KeyObject; now: () => Date }) {
  const { track, pepper } = parts
  return async (who: Credentials, officeName: string): Promise<FetchedCalendar> => {
    const tracking = await track(who)
    if (tracking.kind !== 'found') return { tracking, file: null }
    const { number, receivedAt, pending } = tracking
    const now = parts.now()
    const file = writeCalendar({
      clocks: clocksOf(withPending(tracking.status, pending), receivedAt),
      number,
      officeName,
      // The same for the same clock, so that a newer file replaces what an older one put in the
      // calendar; keyed, so that the number cannot be found by trying.
      uid: ({ name, article, whose, startedOn }) =>
        createHmac('sha256', pepper)
          .update(`calendar v1 ${number} ${name} ${article} ${whose} ${startedOn}`)
          .digest('hex')
          .slice(0, 32),
      now,
      today: shanghaiDay(now),
    })
    return { tracking, file }
  }
}
