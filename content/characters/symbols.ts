import { hex } from 'dingbat-to-unicode'

const symbolFont = /^(?:wingdings(?: [23])?|webdings|symbol)$/iu
const privateUse = /[\ue000-\uf8ff\u{f0000}-\u{10ffff}]/u

// Characters that few fonts have, and those that every font has instead.
const common: Record<string, string> = {
  ...{ '🗹': '☑', '🗷': '☒', '🗵': '☒', '🞏': '☐', '🞎': '☐', '◻': '☐', '🗸': '✓', '🗴': '✗' },
}

/** A character of a font of symbols as what it looks like; undefined where nobody knows. */
export function symbolOf(font: string, code: string): string | undefined {
  const plain = /^F0(..)$/iu.exec(code)?.[1] ?? code
  const found = hex(font, code)?.string ?? hex(font, plain)?.string
  return found && (common[found] ?? found)
}

/** A text as its font draws it: in a font of symbols a letter is a box or a tick. */
export function readSymbols(text: string, font: string): string {
  if (!symbolFont.test(font)) return text
  return [...text]
    .map((one) => {
      if (!privateUse.test(one) && (one > '\u00ff' || one === ' ')) return one
      const code = (one.codePointAt(0) ?? 0).toString(16).toUpperCase()
      return symbolOf(font, code) ?? one
    })
    .join('')
}

/** Whether a text has characters that mean something in one font only. */
export function isPrivate(text: string): boolean {
  return privateUse.test(text)
}
