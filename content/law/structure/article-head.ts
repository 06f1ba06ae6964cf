import { anyDigits, fromHan, hanDigitsAndTwo } from '../../characters/numerals.ts'
import type { Line } from '../source.ts'

/** The opening of an article: 第一百二十条之一. */
export type Head = {
  /** Null where the number is not written as a number is. */
  number: number | null
  insertion: number
  label: string
  rest: string
  line: number
  /** True where white space, a subject in brackets or nothing follows the number, as in front of an article. */
  spaced: boolean
}

const opening = new RegExp(
  `^(第\\s*([${hanDigitsAndTwo}${anyDigits}]+)(\\s*)条(?:\\s*之\\s*([${hanDigitsAndTwo}${anyDigits}]+))?)(\\s*)(.*)$`,
  'u',
)
/** What an article is about, in brackets right after its number: 第三条【占道】. */
const subject = /^[【〔［[]/u

/** Reads 第X条 or 第X条之Y at the start of a line. Whether it opens an article or is only cited there is not decided here. */
export function readHead(line: Line): Head | null {
  const match = line.row ? null : opening.exec(line.text)
  if (!match) return null
  const rest = match[6] ?? ''
  return {
    number: fromHan(match[2] ?? ''),
    insertion: match[4] ? (fromHan(match[4]) ?? -1) : 0,
    label: (match[1] ?? '').replace(/\s+/gu, ''),
    rest,
    line: line.line,
    spaced: Boolean(match[3]) || Boolean(match[5]) || rest === '' || subject.test(rest),
  }
}

/** True for words that follow a cited article (第三条规定的…), not an opening one. */
export function isCitation(head: Head): boolean {
  return /^(?:第|规定|之|的|至|和|或|及|与|、|，|所|中|内|以|关于|款|项|（|\()/u.test(head.rest)
}

/** True where `next` is the article that comes right after `last`. */
export function follows(last: Head, next: Head): boolean {
  return next.insertion > 0
    ? next.number === last.number && next.insertion === last.insertion + 1
    : next.number === (last.number ?? 0) + 1
}
