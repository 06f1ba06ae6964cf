import { units } from './fold.ts'
import { best } from './rank.ts'
import { oneOff } from './fuzzy-pinyin.ts'
import {
  byInitial,
  inFull,
  inShort,
  reads,
  readsInOrder,
  readsWithin,
  withSlips,
} from './pinyin-spelling.ts'
import { entryOf, type Term } from './term.ts'

/** A slip in less could have been anything. */
const leastForSlip = 5

/**
 * Makes the function that suggests: what begins with the typed text, what contains it, what is
 * read so (`xinfang`, `xin fang`, `信fang`), what is abbreviated so (`xftl`); where none is, what
 * is nearly read so. At most 8; any string may be given.
 */
export function suggester(terms: Term[]): (typed: string) => string[] {
  const entries = terms.map(entryOf)
  return (typed) => {
    const words = typed
      .split(/\s+/)
      .map((word) => units(word).join(''))
      .filter((word) => word !== '')
    const whole = words.join('')
    if (!whole) return []
    const lettered = /[a-z]/.test(whole)
    const exact = best(entries, [
      (entry) => entry.plain.startsWith(whole),
      (entry) => entry.plain.includes(whole) || words.every((word) => entry.plain.includes(word)),
      (entry) => lettered && reads(whole, entry, inFull),
      (entry) => lettered && readsWithin(whole, entry, inFull),
      (entry) => lettered && reads(whole, entry, inShort),
      (entry) => lettered && readsWithin(whole, entry, inShort),
      (entry) => readsInOrder(whole, entry, inFull) || readsInOrder(whole, entry, byInitial),
      (entry) => lettered && words.every((word) => readsWithin(word, entry, inFull)),
    ])
    if (exact.length > 0 || !lettered) return exact
    return best(entries, [
      (entry) => reads(whole, entry, withSlips),
      (entry) => whole.length >= leastForSlip && oneOff(whole, entry.syllables.join('')),
    ])
  }
}
