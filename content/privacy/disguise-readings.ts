import { gap } from './separators.ts'
import { province } from './plates.ts'
import { reread, type Reading } from './reading.ts'

const item = '(?:\\(?\\d{1,2}[).、] *|[-*.] +)?'
const ofDigits = `(?<=\\d) *\\n[ \\n]*${item}(?=\\d)`
const ofPlate = `(?<=[${province}][A-HJ-NP-Z]) *\\n[ \\n]*(?=[A-Z\\d]{5,6}(?![A-Z\\d户人件元]|热线))`
const border = new RegExp(`${ofDigits}|${ofPlate}`, 'g')

/** A text in which digits at both sides of a border (paragraph, item, cell, line) stand together. */
export const joined = (text: string): Reading | undefined => reread(text, border, () => ' ')

const order =
  '然后|接着|接下来|再|之后|随后|跟着|跟|加上?|后面|前面|中间|最后|末尾|尾号|尾数|前|后|中|末|尾'
const said = `(?:(?:${order}|[一二两三四五六七八九十1-9]位(?:数字?)?|[是为接的数])){1,5}`
const between = '[ ,、;。.…:()“"”-]*'
const words = new RegExp(`(?<=\\d)${between}(?:${order})(?:${said})?${between}(?=\\d)`, 'g')

/** A text in which what only tells how digits follow each other („139，后八位是…”) is a blank. */
export const untold = (text: string): Reading | undefined => reread(text, words, () => ' ')

/** Syllables, words and the soldiers' names of digits. */
const names: Record<string, string> = {
  LING: '0',
  DONG: '0',
  ZERO: '0',
  洞: '0',
  YI: '1',
  YAO: '1',
  ONE: '1',
  ER: '2',
  LIANG: '2',
  TWO: '2',
  两: '2',
  SAN: '3',
  THREE: '3',
  SI: '4',
  FOUR: '4',
  WU: '5',
  FIVE: '5',
  LIU: '6',
  SIX: '6',
  QI: '7',
  GUAI: '7',
  SEVEN: '7',
  拐: '7',
  BA: '8',
  EIGHT: '8',
  JIU: '9',
  GOU: '9',
  NINE: '9',
  勾: '9',
}
const name = Object.keys(names).join('|')
const spelling = new RegExp(`(?<![A-Z])(?:(?:${name}|\\d)[ ,.、·'-]{0,3}){7,}(?![A-Z])`, 'g')
const part = new RegExp(`${name}|\\d`, 'g')

/** A letter without the tone over it. */
const toneless = (letter: string) => letter.normalize('NFD').charAt(0)

/** A text in which digits that are spelled out (`yao san jiu…`, 幺三洞…) are digits. */
export function unspelled(text: string): Reading | undefined {
  const plain = text.replace(/[À-ÖØ-Þ\u0100-\u024f]/g, toneless)
  return reread(plain, spelling, (found) => {
    const parts = found.match(part) ?? []
    const digits = parts.map((one) => names[one] ?? one).join('')
    return digits === parts.join('') ? undefined : digits + (/[ ,、]$/.exec(found)?.[0] ?? '')
  })
}

const backwards =
  /倒过来|倒着|倒序|逆序|倒写|倒读|颠倒|反过来|反着|反写|反序|从后往前|从右往左|从尾到头/
const run = new RegExp(`[\\dX](?:${gap}\\d){9,18}(?!\\d)`, 'g')

/** A text in which numbers that may be written backwards stand forwards. */
export const turned = (text: string): Reading | undefined =>
  reread(text, run, (found) => [...found].reverse().join(''))

/** Whether a text says near a place that something is written backwards. */
export const isSaidBackwards = (text: string, from: number, to: number): boolean =>
  backwards.test(text.slice(Math.max(0, from - 24), to + 24))
