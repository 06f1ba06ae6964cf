/** A cell of an exported table. */
export type Cell = string | number | null

/**
 * Writes one cell. A spreadsheet would run a text that begins with = + - @, a tab or a carriage
 * return as a formula; an apostrophe before it makes it text. A number is never such a text.
 */
export function csvCell(value: Cell): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** What a CSV file begins with: Excel misreads Chinese without it. */
export const byteOrderMark = '\uFEFF'

/** Writes one line of a table as RFC 4180. */
export function csvLine(cells: Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** Writes a whole table as RFC 4180, with the byte order mark. */
export function csv(header: string[], rows: Cell[][]): string {
  return byteOrderMark + [header, ...rows].map(csvLine).join('')
}
