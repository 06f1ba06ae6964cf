import { hanDigitsAndTwo } from '../../characters/numerals.ts'
import { readLabel } from './label.ts'
import { isEnded } from './sentence.ts'
import type { Line } from '../source.ts'

const mark = new RegExp(
  `^附(?:件|录|表|图|注)?\\s*(?:[${hanDigitsAndTwo}]{1,3}|[\\d０-９]{1,2})?\\s*(?:$|[：:]|\\s(?!则))`,
  'u',
)

/** True for 附：, 附件一, 附表: the regulation ends above this line. */
export function appendixMark(line: Line): boolean {
  return !line.row && mark.test(line.text)
}

/**
 * True for a line below the last article that is no sentence of it: a signature, a date, the
 * title of a table, a footnote.
 */
export function isTail(line: Line): boolean {
  if (line.row || /^[①②③④⑤＊*]|^注\d?[：:]/u.test(line.text)) return true
  return !readLabel(line.text) && !isEnded(line.text) && !/[，、,]$/u.test(line.text)
}
