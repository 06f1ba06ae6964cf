import { units } from './fold.ts'

/** What can be suggested, as it is stored: the text, and one syllable a unit with spaces between. */
export type Term = readonly [text: string, syllables: string]

/** Each syllable without its tone, and the common characters that can be read so. */
export type Sounds = Record<string, string>

/** A term made ready to be compared. `units` and `syllables` are of one length. */
export type Entry = { text: string; plain: string; units: string[]; syllables: string[] }

/** Makes a term ready to be compared with what is typed. */
export function entryOf([text, syllables]: Term): Entry {
  const parts = units(text)
  return { text, plain: parts.join(''), units: parts, syllables: syllables.split(' ') }
}
