/** A cell of an exported table. */
export type Cell = string | number | null

/**
 * Writes one cell. A spreadsheet would run a text that begins with = + - @, a tab or a carriage
 * return as a formula; an apostrophe before it makes it text. A number is never such a text.
 */
export function csvCell(value: Cell): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = withEveryDigit(value)
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * A text of digits as a spreadsheet leaves it. Excel and WPS read it as a number: they keep fifteen
 * digits and no zero in front, and show twelve as a power of ten. Groups of four are text, and the form in
 * which receipt numbers are shown.
 */
function withEveryDigit(text: string): string {
  if (/^\s*[\d０-９]{12,}\s*$/.test(text))
    return text.replace(/([\d０-９]{4})(?=[\d０-９])/g, '$1 ')
  const altered = /^\s*(?:[0０][\d０-９]+|\d+(?:\.\d+)?e[+-]?\d+|\d{12,}\.\d+)\s*$/i
  return altered.test(text) ? `'${text}` : text
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
