import { slips } from './fuzzy-pinyin.ts'
import type { Entry } from './term.ts'

/** The spellings of one unit: each begins as the unit or its syllable does. */
type Spell = (unit: string, syllable: string) => string[]

/** 信 or xin. */
export const inFull: Spell = (unit, syllable) => [unit, syllable]

/** 信 or x. */
export const byInitial: Spell = (unit, syllable) => [unit, syllable.slice(0, 1)]

/** 信, xin or x; 质, zhi, zh or z. */
export const inShort: Spell = (unit, syllable) =>
  [unit, syllable, syllable.slice(0, 1)].concat(syllable.match(/^[zcs]h/) ?? [])

/** 信, xin or xing. */
export const withSlips: Spell = (unit, syllable) => [unit, ...slips(syllable)]

/** Whether the typed text spells the entry's units from `from` on; it may end within a spelling. */
export function reads(typed: string, entry: Entry, spell: Spell, from = 0, gaps = false): boolean {
  // Most entries end here, which keeps an old telephone quick.
  if (entry.units[from]?.[0] !== typed[0] && entry.syllables[from]?.[0] !== typed[0]) return false
  let places = [0]
  for (let at = from; at < entry.units.length && places.length > 0; at++) {
    const reached = gaps && at > from ? places.slice() : []
    const spellings = spell(entry.units[at] ?? '', entry.syllables[at] ?? '')
    for (const place of places) {
      const rest = typed.slice(place)
      for (const spelling of spellings) {
        if (spelling.startsWith(rest)) return true
        const next = place + spelling.length
        if (rest.startsWith(spelling) && !reached.includes(next)) reached.push(next)
      }
    }
    places = reached
  }
  return false
}

/** Whether it does so from any unit on. A single letter would be found in almost everything. */
export function readsWithin(typed: string, entry: Entry, spell: Spell): boolean {
  if (typed.length < 2) return false
  for (let from = 0; from < entry.units.length; from++) {
    if (reads(typed, entry, spell, from)) return true
  }
  return false
}

/** Whether it does so from the first unit on, with other units between. */
export function readsInOrder(typed: string, entry: Entry, spell: Spell): boolean {
  return typed.length > 2 && reads(typed, entry, spell, 0, true)
}
