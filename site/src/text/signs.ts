import { withoutJoiners } from '@portal/content/characters/invisible'

/*
 * The one rule by which texts and queries are cut. Index and query must fold and cut alike, or a
 * phrase that stands in a text is not found.
 */

const sign = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+|[^]/gu
const han = /^\p{Script=Han}$/u
const searched = /^[\p{L}\p{M}\p{N}]/u

/** Full-width letters and digits; radicals and compatibility forms of characters. */
const variantForm = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u2e80-\u2fdf\uf900-\ufaff]/g

/** A text with every letter, digit and character in its usual form; marks and capitals stay. */
export function plain(text: string): string {
  return withoutJoiners(text.normalize('NFC'))
    .replace(/\r\n?/g, '\n')
    .replace(variantForm, (form) => form.normalize('NFKC'))
}

/** The signs of a plain text: each Han character, each run of other letters and digits, each mark. */
export function signsOf(text: string): string[] {
  return text.match(sign) ?? []
}

export function isHan(text: string | undefined): boolean {
  return text !== undefined && han.test(text)
}

/** Whether a sign is searched for: marks and blanks never decide. */
export function isSearched(text: string | undefined): boolean {
  return text !== undefined && searched.test(text)
}
