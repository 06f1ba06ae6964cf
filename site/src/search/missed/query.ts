import { findPersonal } from '@portal/content/privacy/find'
import { normalise } from '@portal/content/privacy/normalise'

/** A query is known by its words from this time on; before, by a keyed digest and a number. */
export const seenEnough = 5

/** Days after which a query that nobody has asked again is forgotten. */
export const daysKept = 90

const shortest = 2
const longest = 40
const marks = /[^\p{L}\p{M}\p{N}\s]+/gu
/** Five digits or more may be of a number that is somebody's: an ID, a telephone, a receipt. */
const number = /\d{5}/

/** Whether digits stand next to each other, in whatever writing and however they are parted. */
function holdsNumber(text: string): boolean {
  return number.test(normalise(text).numerals.replace(/[^\p{L}\p{N}]+/gu, ''))
}

/**
 * A query in the one form in which it is counted: usual letters, no capitals, no marks, single blanks.
 * @returns null for what must not be counted: too short, too long, or it may be of a person
 */
export function countable(typed: string): string | null {
  // The longest form is a few times what people type; the rest costs time and counts for nothing.
  if (typed.length > 8 * longest) return null
  const query = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(marks, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  const { length } = Array.from(query)
  if (length < shortest || length > longest) return null
  if ([typed, query].some((text) => holdsNumber(text) || findPersonal(text).length > 0)) return null
  return query
}
