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

/** Writes a table as RFC 4180, with the byte order mark without which Excel misreads Chinese. */
export function csv(header: string[], rows: Cell[][]): string {
  return `\uFEFF${[header, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`
}
