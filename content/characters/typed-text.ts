import { withoutInvisible } from './invisible.ts'

// This file also runs in browsers of 2019: no Unicode property escapes, no newer string methods.

const control = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/g
const loneSurrogate = /[\uD800-\uDFFF]/gu
const separators = /[\s\u2010-\u2015\u2212_·.．-]/g

/** Browsers send `\r\n`; in a page they read each line end as `\n`. */
export function lineEnds(typed: string): string {
  return typed.replace(/\r\n?/g, '\n')
}

/** A text of several lines: `\n` line ends, no control characters, no blank edges. */
export function prose(typed: string): string {
  return withoutInvisible(typed.replace(loneSurrogate, '\uFFFD'))
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/\t/g, ' ')
    .replace(control, '')
    .trim()
}

/** A text of one line: as `prose`, every run of white space one space. */
export function line(typed: string): string {
  return prose(typed).replace(/\s+/g, ' ')
}

/** A number or code typed by a person: half-width, without spaces and dashes. */
export function compact(typed: string): string {
  return line(typed).normalize('NFKC').replace(separators, '')
}

/** The length a person would count: code points, not UTF-16 units. */
export function countCharacters(text: string): number {
  return Array.from(text).length
}
