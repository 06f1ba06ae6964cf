import { tidy, type Source } from '../source.ts'

/** Reads plain text: every line that is not blank is a paragraph. */
export function plainSource(text: string): Source {
  const lines = text.split(/\r\n|[\r\n\f\u2028\u2029]/u).flatMap((raw, index) => {
    const line = tidy(raw)
    return line ? [{ text: line, line: index + 1, depth: 0, row: false }] : []
  })
  return { lines, factsEnd: null, page: false }
}
