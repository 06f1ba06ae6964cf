import { compact, gap, groupsOf } from './separators.ts'
import { after, before, number, type Candidate, type Pattern } from './pattern.ts'

const label =
  '(?:电话|座机|小灵通|固话|宅电|传真|致电|来电|手机|热线|联系方式|联系|拨打|请拨|TEL|PHONE|MOBILE)'
const labelled = new RegExp(`${label}[^\\d。；;！？\\n]{0,8}$`)
const country = `\\+?${gap}(?:0${gap}0${gap})?8${gap}6${gap}`
const area = '(?:10|2\\d|[3-9]\\d\\d)'

/** Figures that only begin as a telephone does: a day, a span of years, an inner address of the network. */
const others = [
  /^(?:19|20)\d\d([-./])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01]) /,
  /^(?:19|20)\d\d ?-{1,2} ?(?:19|20)\d\d /,
  /^192\.168\.\d{1,3}\.\d{1,3}$/,
]
/** An amount of money; 元旦 is a day. */
const amount = /^(?:\.\d{1,2})? ?[万亿美港欧]?元(?:$|[^\p{L}]|整(?!理)|以[上内]|左右|用于|的)/u
/** What comes to ten thousand million and more, of a district or a project: people do not pay so much. */
const budget =
  /(?:投资|投入|拨付|拨款|资金|预算|支出|财政|收入|产值|总值|总额|金额|余额|税收|债务|贷款|GDP)[^\d，。；：,;:！？\n]{0,6}$/
const measure = /^(?:余|多)?[件次个人户元万条起宗名亩平吨年]/

/** Digit by digit. */
const isSpelled = ({ found }: Candidate) => groupsOf(found).every(({ length }) => length === 1)

/** Whether the digits stand together as people group a telephone number. */
function isGrouped(candidate: Candidate): boolean {
  const { found } = candidate
  const groups = groupsOf(found)
  if (groups.length <= 4) return true
  if (isSpelled(candidate)) return true
  return !/ /.test(found) || labelled.test(before(candidate, 14))
}

/** A piece of a longer number in fours: of a receipt, or of a card. */
function isPiece(candidate: Candidate): boolean {
  const { found } = candidate
  const head = /(?:(?<!\d)\d{4}[ -])+$/.exec(before(candidate, 20))?.[0] ?? ''
  const tail = /^(?:[ -]\d{1,4}(?!\d))+/.exec(after(candidate, 20))?.[0] ?? ''
  const inFours = /^\d{4}(?:[ -]\d{4})*[ -]\d{1,4}$/.test(found)
  return head + tail !== '' && inFours && compact(head + found + tail).length >= 15
}

/** Marks that programs give to files: `picture-1-5308297978.jpg`, or sixteen signs and more of a digest, but not two numbers in a row. */
function isOfFile(candidate: Candidate): boolean {
  const first = groupsOf(candidate.found)[0] ?? ''
  if (first.length < 3) return /[A-Z][-_]?$/.test(before(candidate, 2))
  if (/^1[3-9]\d{9}(?![\dA-F])/.test(after(candidate, 12))) return false
  const token = (/[\dA-F]*$/.exec(before(candidate, 64))?.[0] ?? '') + candidate.found
  return /^[\dA-F]{16,}$/.test(token + (/^[\dA-F]*/.exec(after(candidate, 64))?.[0] ?? ''))
}

/** Such a number before 元 is an amount only where money of that size is spoken of. */
function isAmount(candidate: Candidate): boolean {
  const { found } = candidate
  const context = before(candidate, 14)
  return (
    /^\d{11}$/.test(found) &&
    amount.test(after(candidate, 8)) &&
    budget.test(context) &&
    !labelled.test(context)
  )
}

const mobile = number(
  'phone',
  `(?:${country}|0)?1${gap}[3-9](?:${gap}\\d){9}`,
  (candidate: Candidate) => {
    const { found } = candidate
    const isOther = others.some((form) => form.test(found))
    if (isOther || !isGrouped(candidate) || isOfFile(candidate) || isPiece(candidate)) return 0
    return isAmount(candidate) ? 0 : found.length
  },
)

/** With commas a number is one only in the groups of a telephone. */
const withCommas = number('phone', '1[3-9]\\d[,，、]\\d{4}[,，、]\\d{4}', (candidate) =>
  labelled.test(before(candidate, 14)) ? candidate.found.length : 0,
)

const filed = /(?:编号|单号|文号|案号|序号|批号|合同号|代码|工号)[为是:( ]{0,4}$/

const landline = (start: string) =>
  number('phone', `${start}${area}${gap}[2-9](?:${gap}\\d){6,7}`, (candidate) => {
    const { found } = candidate
    if (groupsOf(found).length > 5 || isPiece(candidate)) return 0
    return /^\d+$/.test(found) && filed.test(before(candidate, 10)) ? 0 : found.length
  })

const several = '(?:\\d[\\d ()-]{5,13}(?:转\\d+)?[、,，/或和及 ]{1,3}){0,3}'
/** Without an area code, where it is called a telephone. */
const local = number(
  'phone',
  `(?<=${label}(?:号码|号)?[为是:（(“" 　家里办公单位\\n]{0,6}${several})[2-8](?:${gap}\\d){6,7}`,
  (candidate) =>
    (groupsOf(candidate.found).length > 3 && !isSpelled(candidate)) ||
    measure.test(after(candidate, 3))
      ? 0
      : candidate.found.length,
)

export const phones: readonly Pattern[] = [
  mobile,
  withCommas,
  landline(`${country}[( ]?0?${gap}`),
  landline(`\\(?0`),
  local,
]
