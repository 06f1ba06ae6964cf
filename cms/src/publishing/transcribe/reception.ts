import type { Reception } from '@portal/content/schema/entries/reception'
import {
  splitLines,
  textOf,
  type DeskEntry,
  type StoredFields,
} from '../../strapi/stored-fields.ts'
import { toCode, toWord } from '../../strapi/choice-codes.ts'

/** A reception entry from the CMS, for the schema to check. */
export function receptionToContent(row: StoredFields) {
  const { slug, office, weekday, nth, from, to, place, matters, order, capacity = null } = row
  const every = toCode('every', row.every)
  const recurrence =
    every === 'dates'
      ? { every, dates: splitLines(row.dates) }
      : { every, weekday, ...(every === 'month' ? { nth } : {}) }
  const booking = textOf(row.booking)
  return { slug, office, recurrence, from, to, place, matters, booking, capacity, order }
}

/** A bundled reception entry, for the CMS. */
export function receptionToDesk({ recurrence, ...facts }: Reception): DeskEntry {
  return {
    fields: {
      ...facts,
      every: toWord('every', recurrence.every),
      weekday: recurrence.every === 'dates' ? null : recurrence.weekday,
      nth: recurrence.every === 'month' ? recurrence.nth : null,
      dates: recurrence.every === 'dates' ? recurrence.dates.join('\n') : null,
    },
    files: {},
    links: {},
  }
}
