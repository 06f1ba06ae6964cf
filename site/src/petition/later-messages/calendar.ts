import ical, { ICalAlarmType, ICalEventTransparency } from 'ical-generator'
import type { Status } from '@portal/content/schema/petition/status'
import { longDay } from '@portal/content/calendar/wording'
import { addDays } from '@portal/content/calendar/day'
import { ownerName } from '../track/clocks.ts'

type Clock = Status['clocks'][number]

/** At nine in the morning, so many days before a right of the petitioner ends. */
const reminders = [7, 1]

/**
 * The last days of clocks that run, as an iCalendar file (RFC 5545): one all-day event each. A
 * calendar is synchronised, shared and looked at over shoulders, so it tells neither what the
 * petition is about nor its number or code.
 * @param uid an identifier for a clock that stays the same from one file to the next
 * @returns `null` where no clock runs on the day `today`
 */
export function writeCalendar(parts: {
  clocks: readonly Clock[]
  number: string
  officeName: string
  uid: (clock: Clock) => string
  now: Date
  today: string
}): string | null {
  const { number, officeName, uid, now, today } = parts
  const running = parts.clocks.filter(({ done, lastDay }) => !done && lastDay >= today)
  if (running.length === 0) return null
  // No time zone on the calendar: the library would turn days by the machine's own.
  const calendar = ical({ prodId: { company: officeName, product: '办理期限', language: 'ZH' } })
  for (const clock of running) {
    const { lastDay } = clock
    const own = clock.whose === 'petitioner'
    const event = calendar.createEvent({
      id: uid(clock),
      start: lastDay,
      end: addDays(lastDay, 1),
      allDay: true,
      stamp: now,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: `${title(clock)}（查询编号后四位 ${number.slice(-4)}）`,
      description: own
        ? `${longDay(lastDay)}是最后一天。要提出的，请用查询编号和查询码打开网站的“查进度”。`
        : `${longDay(lastDay)}是最后一天。过了这天还没有结果，可以打电话催问${officeName}。`,
    })
    for (const days of own ? reminders : []) {
      if (addDays(lastDay, -days) < today) continue
      event.createAlarm({
        type: ICalAlarmType.display,
        triggerBefore: days * 86_400 - 9 * 3_600,
        description: `${title(clock)}，还有 ${days} 天`,
      })
    }
  }
  return calendar.toString()
}

function title(clock: Clock): string {
  const what = `${clock.name.replace(/^可以/, '')}的最后一天`
  return clock.whose === 'petitioner' ? what : `${ownerName(clock, null)}${what}`
}
