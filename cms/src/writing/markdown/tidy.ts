import { readMarkdown } from './read.ts'
import { writeMarkdown } from './write.ts'

/** More than any text has needed: what is escaped in one pass may need it no more in the next. */
const mostPasses = 5

/**
 * A text in the form in which the desk stores it; it means the same to the site, and stored again it
 * stays as it is.
 */
export function tidyMarkdown(text: string): string {
  let tidied = text
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const before = tidied
    tidied = readable(writeMarkdown(readMarkdown(before)))
    if (tidied === before) break
  }
  return tidied
}

/** Marks of two kinds side by side, which the site and the desk may tell apart otherwise. */
const tangled = /\*\*[_~]|[_~]\*\*/

/**
 * Letters beside bold punctuation are written as numbers (`请&#x770B;**“重点”**`), so that CommonMark
 * sees the mark. Where the site understands the plain letters too, they are kept.
 */
function readable(encoded: string): string {
  if (!encoded.includes('&#x')) return encoded
  const lines = encoded.split('\n').map((line) => (tangled.test(line) ? line : lettersIn(line)))
  const plain = lines.join('\n')
  return writeMarkdown(readMarkdown(plain)) === encoded ? plain : encoded
}

function lettersIn(line: string): string {
  return line.replace(/(\\*)&#x([0-9A-F]+);/g, (whole, before: string, code: string) => {
    const point = Number.parseInt(code, 16)
    // Behind a backslash it is what somebody wrote, as it stands.
    if (before.length % 2 === 1 || point > 0x10ffff) return whole
    const letter = String.fromCodePoint(point)
    return /[\p{L}\p{N}]/u.test(letter) ? before + letter : whole
  })
}

/** Whether two texts look the same to a reader of the site. */
export function sameMeaning(one: string, other: string): boolean {
  return tidyMarkdown(one) === tidyMarkdown(other)
}
