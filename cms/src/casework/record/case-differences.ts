import { isDeepStrictEqual } from 'node:util'
import { fieldsOf, unitsOf, type CaseFields } from './case-fields.ts'
import type { CaseFile } from '../rules/case/case-file.ts'

/** A case as it is stored: fields opened, times as ISO 8601 or milliseconds, relations by identifier. */
export type StoredFields = { [field in keyof CaseFields]?: unknown } & ReturnType<typeof unitsOf>

const times = ['receivedAt', 'repliedAt', 'replyCorrectedAt']
const lists = [
  'attachments',
  'laterMessages',
  'opinions',
  'replyFiles',
  'referrals',
  'settledUnits',
  'reminders',
  'supervisions',
]

/** A value in the one form in which it is compared, whichever database it came from. */
function plain(name: string, value: unknown): unknown {
  if (lists.includes(name)) return JSON.parse(JSON.stringify(value ?? []))
  if (value === null || value === undefined) return null
  if (times.includes(name)) return new Date(value as string | number | Date).getTime()
  return JSON.parse(JSON.stringify(value))
}

const sorted = (ids: readonly string[]) => [...ids].sort()

/** The fields in which a stored case is not what its events say; none where it is. */
export function differences(file: CaseFile, stored: StoredFields): string[] {
  const fields = Object.entries(fieldsOf(file)).filter(
    ([name, value]) =>
      !isDeepStrictEqual(plain(name, value), plain(name, stored[name as keyof CaseFields])),
  )
  const wanted = unitsOf(file)
  const relations = [
    ...(wanted.unit === stored.unit ? [] : ['unit']),
    ...(isDeepStrictEqual(sorted(wanted.units), sorted(stored.units)) ? [] : ['units']),
    ...(isDeepStrictEqual(sorted(wanted.accusedUnits), sorted(stored.accusedUnits))
      ? []
      : ['accusedUnits']),
  ]
  return [...fields.map(([name]) => name), ...relations]
}
