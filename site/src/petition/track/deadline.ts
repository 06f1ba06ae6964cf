import { addDays, shanghaiDay, type Day } from '@portal/content/calendar/day'

/** The last day for registering and routing: 15 days from receipt (art. 22), a duty, so not moved. */
export function registrationLastDay(receivedAt: Date): Day {
  return addDays(shanghaiDay(receivedAt), 15)
}
