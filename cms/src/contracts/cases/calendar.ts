/** What kind of day it is by the office's table: a day off, a holiday, a weekend day that is worked, or not known. */
export type DayKind = 'workday' | 'weekend' | 'holiday' | 'moved' | 'unknown'

/** A day of the calendar and how much is due on it. */
export type CalendarDay = { day: string; kind: DayKind; due: number }

/** One duty of a case. `left` is negative where its last day is over. */
export type CalendarItem = {
  documentId: string
  title: string
  number: string
  /** What is owed, by which article, and by whom. */
  clock: string
  article: number
  whose: string
  lastDay: string
  left: number
}

/** So many duties are listed; `found` says how many there are. */
export const calendarListSize = 200

/** The longest span that is shown at once, in days: the weeks of a month. */
export const longestSpan = 42

/** What `GET /desk/cases/calendar` answers. */
export type Calendar = {
  today: string
  days: CalendarDay[]
  /** Units with how much is due of them in the span, most first; for the bureau only. `id` is '' for the bureau. */
  units: { id: string; name: string; due: number }[]
  /** Duties whose last day is before today. */
  late: number
  /** What is due on the day that was asked for, or in the whole span. */
  items: CalendarItem[]
  found: number
  /** The days without a table of working days begin with this year; null where all have one. */
  missingYear: string | null
}

/** How a unit stands. Shares and averages are of what it received in the last year. */
export type UnitFigures = {
  id: string
  name: string
  active: boolean
  /** Cases that it has and that are not over. */
  open: number
  soon: number
  late: number
  /** How many of those that it was to tell whether it takes them up, it told in time. */
  informed: { due: number; inTime: number }
  /** How many it has decided, and the natural days that it took on average. */
  decided: { count: number; days: number }
}

/** What `GET /desk/cases/units` answers; to a unit's account, of its own unit alone. */
export type UnitsAnswer = { units: UnitFigures[]; since: string }
