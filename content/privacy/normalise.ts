import { foldRadicals } from '../characters/radicals.ts'
import { traditionalPairs } from '../characters/traditional.ts'

const units = 0x10000
const isSurrogate = (unit: number) => unit >= 0xd800 && unit < 0xe000

const dashes = '‐‑‒–—―－﹣﹘−─'
const dots = '·•．‧∙⋅・･﹒'
const breaks = '\n\r\v\f\u0085\u2028\u2029'
/** What a reader does not see, and what is only drawn over the character before it: more than is ever taken out of a text. */
const invisible =
  /[\u00ad\u034f\u061c\u115f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u0300-\u036f\u20d0-\u20f0]/

/** Digits that people also write as words, or that stand beside numbers as marks. */
const numerals: Record<string, string> = {
  '〇零○◯': '0',
  一壹幺: '1',
  二贰: '2',
  三叁: '3',
  四肆: '4',
  五伍: '5',
  六陆: '6',
  七柒: '7',
  八捌: '8',
  九玖: '9',
}

const simplified = new Map(
  [...traditionalPairs().matchAll(/(.)(.)/gu)].map(([, written = '', read = '']) => [
    written,
    read,
  ]),
)

/** The digit that a decimal figure of another script is: ٣ is 3. Such stand in runs of ten. */
function digitOf(unit: number): number | null {
  const isFigure = (code: number) => /\p{Nd}/u.test(String.fromCharCode(code))
  if (unit < 0x100 || !isFigure(unit)) return null
  let first = unit
  while (unit - first < 9 && isFigure(first - 1)) first -= 1
  return '0'.charCodeAt(0) + ((unit - first) % 10)
}

function plainUnit(unit: number): number {
  if (isSurrogate(unit)) return unit
  const written = String.fromCharCode(unit)
  if (breaks.includes(written)) return 0x0a
  if (/\s/u.test(written)) return 0x20
  if (dashes.includes(written)) return 0x2d
  if (dots.includes(written)) return 0x2e
  // The sign of multiplication and its like end a number as an X does.
  if ('×ХΧ'.includes(written)) return 0x58
  const usual = foldRadicals(written).normalize('NFKC')
  const shape = simplified.get(usual) ?? usual
  if (shape.length !== 1) return unit
  const foreign = digitOf(unit)
  if (foreign !== null) return foreign
  // A small or ringed figure is a note's mark as often as a digit.
  if (/\d/.test(shape) && !(unit < 0x80 || (unit >= 0xff10 && unit <= 0xff19))) return unit
  return shape.toUpperCase().length === 1 ? shape.toUpperCase().charCodeAt(0) : unit
}

/** A digit in a ring, in brackets, with a dot, raised or in white on black. */
function ringed(unit: number): string | undefined {
  const [, digit] = /^\(?(\d)[.)]?$/.exec(String.fromCharCode(unit).normalize('NFKC')) ?? []
  if (digit) return digit
  // Those that Unicode does not trace back to a digit.
  if (unit === 0x24ff) return '0'
  const first = [0x24f5, 0x2776, 0x2780, 0x278a].find((one) => unit >= one && unit < one + 9)
  return first === undefined ? undefined : String(unit - first + 1)
}

const plainTable = Uint16Array.from({ length: units }, (_, unit) => plainUnit(unit))
const numeralTable = plainTable.map((read, unit) => {
  const digit = isSurrogate(unit) ? undefined : ringed(unit)
  return digit ? digit.charCodeAt(0) : read
})
for (const [signs, digit] of Object.entries(numerals)) {
  for (const sign of signs) numeralTable[sign.charCodeAt(0)] = digit.charCodeAt(0)
}

function mapped(text: string, table: Uint16Array): string {
  const written = Buffer.from(text, 'utf16le')
  for (let at = 0; at < written.length; at += 2) {
    const unit = written.readUInt16LE(at)
    const read = table[unit] ?? unit
    if (read !== unit) written.writeUInt16LE(read, at)
  }
  return written.toString('utf16le')
}

/** Letters amid digits, where a scan was read or somebody typed what looks alike: 13800138OOO, l38. */
const alike = /(?<![A-Z\d])[\dOIL]{2,}/g

function withDigits(text: string): string {
  return text.replace(alike, (found, at: number) => {
    const rest = text.slice(at + found.length, at + found.length + 2)
    const isWord = /^(?:[A-WYZ]|X[A-Z])/.test(rest)
    return isWord || !/\d/.test(found) ? found : found.replace(/O/g, '0').replace(/[IL]/g, '1')
  })
}

/** A text as the detectors read it; `at` tells where a place of it lies in the original. */
export type NormalisedText = {
  /** Width, case, dashes, dots, blanks and traditional characters made one; Chinese numerals are words. */
  plain: string
  /** The same, as long, with Chinese numerals, ringed and raised figures, and letters that look like them, as digits. */
  numerals: string
  at(place: number): number
}

/** Mathematical digits (U+1D7CE–1D7FF) are two units each, of which one digit is made. */
const seldom = new RegExp(`${invisible.source}|\\ud835[\\udfce-\\udfff]`, 'g')

/**
 * Folds a text. A line break stays one: what stands on both sides of a border is not read together.
 * Both readings are needed: 「138…一直」 is a number in the first only, 「一三八…」 in the second.
 */
export function normalise(text: string): NormalisedText {
  let seen = text
  let places: number[] | undefined
  if (text.search(seldom) !== -1) {
    places = []
    const kept: string[] = []
    let from = 0
    const keep = (part: string, start: number) => {
      for (let unit = 0; unit < part.length; unit += 1) places?.push(start + unit)
      kept.push(part)
    }
    for (const { 0: found, index } of text.matchAll(seldom)) {
      keep(text.slice(from, index), from)
      if (found.length === 2) keep(String((found.charCodeAt(1) - 0xdfce) % 10), index)
      from = index + found.length
    }
    keep(text.slice(from), from)
    seen = kept.join('')
  }
  return {
    plain: mapped(seen, plainTable),
    numerals: withDigits(mapped(seen, numeralTable)),
    at: (place) => (places ? (places[place] ?? text.length) : place),
  }
}
