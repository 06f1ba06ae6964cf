import { isIdNumber } from '../schema/id-number.ts'
import type { PersonalKind } from './kinds.ts'

/** What a detector looks for in a folded text, and how it makes sure. */
export type Pattern = {
  kind: PersonalKind
  /** Global; finds candidates. */
  find: RegExp
  /** Whether a candidate, without what stands between its digits, is what it looks like. */
  holds: (compact: string) => boolean
}

/** So many digits, each but the last perhaps followed by one space or hyphen. */
const digits = (count: string) => `(?:\\d[ -]?){${count}}`
const always = () => true

const province = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'
const number = '[0-9A-Z]{1,5}'

export const patterns: readonly Pattern[] = [
  {
    kind: 'id-number',
    find: new RegExp(`(?<!\\d)[1-9][ -]?${digits('16')}[\\dX](?![\\dA-Z])`, 'g'),
    holds: isIdNumber,
  },
  {
    // The first generation of cards, without a check: a region, a date of the last century, a serial.
    kind: 'id-number',
    find: /(?<!\d)[1-8]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?!\d)/g,
    holds: always,
  },
  {
    kind: 'phone',
    find: new RegExp(
      `(?<![\\d.])(?:(?:\\+|00)?86[ -]?)?1[ -]?[3-9][ -]?${digits('8')}\\d(?!\\d)`,
      'g',
    ),
    holds: always,
  },
  {
    kind: 'phone',
    find: /(?<![\d.])\(?0(?:10|2\d|[3-9]\d{2})\)?[ -]?[2-9](?:[ -]?\d){6,7}(?!\d)/g,
    holds: always,
  },
  {
    kind: 'bank-card',
    find: new RegExp(
      `(?<![\\d.])(?:6[0-9]|4|5[1-5]|3[57])[ -]?${digits('13,16')}\\d(?![\\dX])`,
      'g',
    ),
    holds: (compact) => compact.length >= 16 && compact.length <= 19 && isLuhn(compact),
  },
  {
    kind: 'plate',
    find: new RegExp(
      `[${province}][A-HJ-NP-Z][ ·-]?[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警领](?![A-Z0-9])`,
      'g',
    ),
    holds: (compact) => /\d/.test(compact.slice(2)),
  },
  {
    // A building and a room, or a house in a village group: enough to knock at somebody's door.
    kind: 'address',
    find: new RegExp(
      `${number}(?:号楼|号院|栋|幢|座|号)[^\\n。；，,;]{0,8}?(?:${number}单元[^\\n。；，,;]{0,6}?)?\\d{2,5}(?:室|号房|户)`,
      'g',
    ),
    holds: always,
  },
  {
    kind: 'address',
    find: new RegExp(`${number}单元[ -]?\\d{1,5}(?:室|号|户)?`, 'g'),
    holds: always,
  },
  { kind: 'address', find: /[村屯寨](?:第)?\d{1,3}(?:村民小)?组(?:第)?\d{1,4}号/g, holds: always },
  {
    kind: 'email',
    find: /[A-Z0-9](?:[A-Z0-9._%+]|-){0,63}@(?:[A-Z0-9](?:[A-Z0-9-]{0,62})\.)+[A-Z]{2,24}/g,
    holds: always,
  },
]

/** ISO/IEC 7812-1, annex B. */
export function isLuhn(number: string): boolean {
  let sum = 0
  for (let place = 0; place < number.length; place += 1) {
    const digit = Number(number.charAt(number.length - 1 - place))
    const weighed = place % 2 === 0 ? digit : digit * 2
    sum += weighed > 9 ? weighed - 9 : weighed
  }
  return sum % 10 === 0
}
