import { isDate, isIdNumber } from '../schema/petition/id-number.ts'
import { compact, gap, groupsOf } from './separators.ts'
import { before, digits, number, type Pattern } from './pattern.ts'

/** The first two digits of a province (GB/T 2260). */
const provinces = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/
const labelled = /(?:身份证|证件|证号|居民证)(?:号码|号)?[为是:(“" 　]{0,4}$/
const companies = /(?:信用代码|组织机构代码|税号|识别号)[为是:( ]{0,4}$/

/**
 * Whether a number that passed the check when it is turned round was written backwards, and is no number of another sort
 * that happens to pass: as it stands it holds no date, turned it is of a province and of a birthday.
 */
export const isTurnedId = (id: string): boolean =>
  id.length === 18 &&
  provinces.test(id) &&
  isBirthday(id.slice(6, 14)) &&
  !isDate([...id].reverse().join('').slice(6, 14))

/** Within the last century: a number with the label of one, and a date, is one although it was mistyped. */
const isBirthday = (digits: string) => /^(?:19|20)/.test(digits) && isDate(digits)

export const idNumbers: readonly Pattern[] = [
  number('id-number', `[1-9](?:${gap}\\d){16}${gap}[\\dX]`, (candidate) => {
    const { found } = candidate
    const id = compact(found)
    const context = before(candidate, 14)
    if (companies.test(context)) return 0
    const mistyped = labelled.test(context) && isBirthday(id.slice(6, 14))
    return isIdNumber(id) || mistyped ? found.length : 0
  }),
  // Parted by commas as a card groups them.
  number('id-number', '[1-9]\\d{5}[,，、]\\d{8}[,，、]\\d{3}[\\dX]', ({ found }) =>
    isIdNumber(found.replace(/[,，、]/g, '')) ? found.length : 0,
  ),
  // The first generation of cards, without a check: a region, a date of the last century, a serial.
  number('id-number', `[1-8]${gap}${digits('13')}`, (candidate) => {
    const { found } = candidate
    const id = compact(found)
    const isDated = isDate(`19${id.slice(6, 12)}`)
    if (!provinces.test(id) || !isDated || groupsOf(found).length > 4) return 0
    return companies.test(before(candidate, 14)) ? 0 : found.length
  }),
  // Passports and the passes of those from abroad, where they are called so.
  {
    ...number('id-number', `[A-Z]{1,2}${gap}${digits('6,7')}`, (candidate) =>
      /(?:护照|通行证|居住证|永居证)(?:号码|号)?[为是:( ]{0,4}$/.test(before(candidate, 14))
        ? candidate.found.length
        : 0,
    ),
    numerals: false,
  },
]
