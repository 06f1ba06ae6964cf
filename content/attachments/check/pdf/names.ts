/** A name as it stands in a PDF: every letter of it may also be written `#6a` (ISO 32000-1, 7.3.5). */
export function nameOf(word: string): string {
  const letters = Array.from(word, (letter) => {
    const code = letter.charCodeAt(0).toString(16)
    return `(?:${letter}|#${code.replace(/[a-f]/, (digit) => `[${digit}${digit.toUpperCase()}]`)})`
  })
  return `/${letters.join('')}(?![A-Za-z0-9#])`
}

/** Matches any of the names. */
export const anyOf = (words: string[]) => new RegExp(words.map(nameOf).join('|'))
