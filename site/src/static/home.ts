import type { Day } from '@portal/content/calendar/day'
import { receptionDays } from '@portal/content/calendar/reception-days'
import type { Workdays } from '@portal/content/schema/entries/workdays'
import type { Campaign, Entries } from '../library/entries.ts'
import { nextReception, recurrenceWords } from '../reception/next-receptions.ts'
import { noticeRows } from './notices.ts'
import type { StaticPage } from './page.ts'
import type { StaticContent } from './page-props.ts'

const lastDayOfMonth = (day: Day) =>
  new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).toISOString().slice(0, 10)

function runningCampaign(
  { slug, data }: Campaign,
  today: Day,
): StaticContent['home']['running'][0] {
  const coming = data.events.filter(({ on }) => on >= today)
  const [next = null] = coming.sort((a, b) => a.on.localeCompare(b.on))
  return { slug, title: data.title, summary: data.summary, next }
}

/** The home page, as it is on a day. */
export function homePage(entries: Entries, today: Day, workdays: Workdays): StaticPage {
  const { campaigns, essays, notices, reception, videos } = entries
  const row = noticeRows(entries)
  const sessions = reception
    .flatMap(({ recurrence, from, to, office, place }) =>
      receptionDays(recurrence, today, lastDayOfMonth(today), workdays)
        .slice(0, 1)
        .map((day) => ({ day, from, to, office, place })),
    )
    .sort((a, b) => a.day.localeCompare(b.day))
  const [film] = videos.map(({ slug, data: { title, durationSeconds, poster, posterFocus } }) => {
    return { slug, title, durationSeconds, poster, focus: posterFocus }
  })
  const home: StaticContent['home'] = {
    ...{ today, sessions: sessions.slice(0, 5), film: film ?? null },
    latest: notices.slice(0, 6).map((notice) => row(notice, true)),
    reading: essays.slice(0, 4).map(({ slug, data: { title, publishedAt, author } }) => {
      return { slug, title, publishedAt, author }
    }),
    running: campaigns
      .filter(({ data }) => data.startsOn <= today && today <= data.endsOn)
      .map((campaign) => runningCampaign(campaign, today)),
  }
  return { route: '/', path: '/', shown: { home } }
}

/** The timetable of reception, as it is on a day. */
export function receptionPage({ reception }: Entries, today: Day, workdays: Workdays): StaticPage {
  const rows = reception.map(
    ({ office, recurrence, from, to, place, matters, booking, capacity }) => ({
      ...{ office, from, to, place, matters, booking, capacity },
      when: recurrenceWords(recurrence),
      next: nextReception(recurrence, today, workdays) ?? null,
    }),
  )
  const yearKnown = today.slice(0, 4) in workdays
  return {
    route: '/reception',
    path: '/reception/',
    shown: { reception: { today, yearKnown, rows } },
  }
}
