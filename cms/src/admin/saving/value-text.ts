import { longMoment } from '@portal/content/calendar/wording'
type Fields = Record<string, unknown>

const technical = ['id', 'documentId', '__temp_key__', '__component']

/** What a field of a form says, as text to be read beside another. */
export function textOfValue(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value !== 'object') return String(value)
  if (value instanceof Date) return longMoment(value)
  if (Array.isArray(value)) return value.map(textOfValue).filter(Boolean).join('\n')
  const row = value as Fields
  // A file, or an entry that this one is linked with.
  if ('hash' in row) return String(row.name ?? '')
  if ('linked' in row) return String(row.words)
  return Object.entries(row)
    .filter(([key]) => !technical.includes(key))
    .map(([, inner]) => textOfValue(inner))
    .filter(Boolean)
    .join('　')
}
