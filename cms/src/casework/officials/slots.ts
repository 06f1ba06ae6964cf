import { addDays, type Day } from '@portal/content/calendar/day'
import { receptionDays } from '@portal/content/calendar/reception-days'
import type { Recurrence } from '@portal/content/schema/entries/reception'
import type { Core } from '@strapi/strapi'
import { contentType } from '../../contracts/content-types.ts'
import type { ReceptionSlot } from '../../contracts/cases/leading.ts'
import { toCode } from '../../strapi/choice-codes.ts'
import { splitLines } from '../../strapi/stored-fields.ts'
import { caseUid } from '../record/case-record.ts'
import { readWorkdays } from '../record/workdays.ts'

type Row = {
  documentId: string
  office: string
  every: string
  weekday: number | null
  nth: number | null
  dates: string | null
  from: string
  to: string
  place: string
  capacity: number | null
  official: { documentId: string } | null
}

/** A reception on a day, and the official whose it is. */
export type Slot = ReceptionSlot & { reception: string; official: string | null }

function recurrenceOf({ every, weekday, nth, dates }: Row): Recurrence | null {
  switch (toCode('every', every)) {
    case 'week':
      return weekday === null ? null : { every: 'week', weekday }
    case 'month':
      return weekday === null || nth === null ? null : { every: 'month', weekday, nth }
    default:
      return { every: 'dates', dates: splitLines(dates) }
  }
}

/**
 * The receptions from `from` on for `days` days, by the entries of which the published timetable is made; in their
 * order, with how many are to be heard at each.
 */
export async function listSlots(strapi: Core.Strapi, from: Day, days: number): Promise<Slot[]> {
  const rows: Row[] = await strapi.db
    .query(contentType.reception)
    .findMany({ populate: { official: { select: ['documentId'] } }, orderBy: { order: 'asc' } })
  const table = readWorkdays()
  const slots = rows.flatMap((row) => {
    const recurrence = recurrenceOf(row)
    const { documentId: reception, office, from: begins, to, place, capacity } = row
    const on = recurrence ? receptionDays(recurrence, from, addDays(from, days), table) : []
    return on.map((day) => ({
      ...{ id: `${reception} ${day}`, reception, office, day, from: begins, to, place, capacity },
      booked: 0,
      official: row.official?.documentId ?? null,
    }))
  })
  const booked: { receptionSlot: string }[] = await strapi.db.query(caseUid).findMany({
    where: { receptionSlot: { $in: slots.map(({ id }) => id) } },
    select: ['receptionSlot'],
  })
  return slots
    .map((slot) => ({
      ...slot,
      booked: booked.filter(({ receptionSlot }) => receptionSlot === slot.id).length,
    }))
    .sort((a, b) => `${a.day} ${a.from}`.localeCompare(`${b.day} ${b.from}`))
}

/** Days before today and after it at whose receptions a visit can be registered. */
const past = 7
const ahead = 60

/** The receptions at which a visit can be registered today. */
export function openSlots(strapi: Core.Strapi, today: Day): Promise<Slot[]> {
  return listSlots(strapi, addDays(today, -past), past + ahead)
}
