/** A value as SQLite gives it, whole numbers as bigint. */
export type Stored = null | bigint | number | string | Buffer

/** A value as PostgreSQL takes it. */
export type Sent = null | boolean | number | string | Date | Buffer

/** SQLite writes a moment as milliseconds or as text; text without a zone is in UTC. */
function momentOf(value: Stored): Date {
  if (typeof value === 'bigint' || typeof value === 'number') return new Date(Number(value))
  const text = String(value)
  if (/^-?\d+$/.test(text)) return new Date(Number(text))
  return new Date(/[zZ]|[+-]\d\d:?\d\d$/.test(text) ? text : `${text.replace(' ', 'T')}Z`)
}

/**
 * Turns a value out of SQLite into what a column of PostgreSQL takes.
 * @param type the column's type as `information_schema` names it
 * @throws RangeError where the value cannot stand in such a column
 */
export function valueFor(type: string, value: Stored): Sent {
  if (value === null) return null
  if (type === 'boolean') return Number(value) !== 0
  if (type === 'bytea') return Buffer.isBuffer(value) ? value : Buffer.from(String(value))
  if (type.startsWith('timestamp')) {
    const moment = momentOf(value)
    if (Number.isNaN(moment.getTime())) throw new RangeError('not a moment')
    return moment
  }
  if (type === 'json' || type === 'jsonb') return JSON.stringify(JSON.parse(String(value)))
  const text = String(value)
  // PostgreSQL keeps no U+0000 in a text, SQLite does.
  if (text.includes('\0')) throw new RangeError('a text with U+0000')
  return text
}

/** The same JSON whatever the order of its names. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, of]) => [name, sorted(of)] as const)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

const isFraction = (type: string) => /^(?:numeric|real|double)/.test(type)

/**
 * One text for a value, whichever database gave it back, so that both ends of a move can be compared.
 * @param value what was sent, or what PostgreSQL's driver has read
 */
export function canonical(type: string, value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (value instanceof Date) return value.toISOString()
  if (Buffer.isBuffer(value)) return value.toString('base64')
  if (type === 'json' || type === 'jsonb') {
    return JSON.stringify(sorted(typeof value === 'string' ? JSON.parse(value) : value))
  }
  // 1.50 and 1.5 are one number; whole ones are compared to the last digit.
  if (isFraction(type)) return String(Number(value))
  // 09:00:00.000 and 09:00:00 are one time of day.
  if (type.startsWith('time ')) return String(value).replace(/(?:(\.\d*[1-9])|\.)0+$/, '$1')
  return JSON.stringify(String(value))
}
