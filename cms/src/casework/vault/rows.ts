import type { DeskKeys } from './desk-keys.ts'
import { exactKey, isCurrent, openText, sealText } from './seal.ts'
import type { SealedField } from './sealed-type.ts'

export type Row = Record<string, unknown>

/** The type and the row of some values. */
type Owner = { type: string; row: string }

/** What stands on screen where a value does not open; the value itself is left as it is. */
export const unreadable = '（这一项打不开，已写入运行记录，请联系系统管理员）'

/** A sealed value as it is stored; lists stand in a field of their own, since the column is JSON. */
function sealedTextOf(value: unknown, { json }: SealedField): string | null {
  const text = json ? (value as { sealed?: unknown } | null)?.sealed : value
  return typeof text === 'string' ? text : null
}

function seal(deskKeys: DeskKeys, owner: Owner, field: SealedField, value: unknown): unknown {
  const text = field.json ? JSON.stringify(value) : String(value)
  const sealed = sealText(deskKeys, { ...owner, field: field.name }, text)
  return field.json ? { sealed } : sealed
}

/** The values of a row with those that are to be sealed sealed, and what finds them again. */
export function sealRow(
  deskKeys: DeskKeys,
  owner: Owner,
  fields: readonly SealedField[],
  row: Row,
): Row {
  const sealed = { ...row }
  for (const field of fields) {
    const { name, exact } = field
    const value = row[name]
    if (value === undefined) continue
    if (value !== null) sealed[name] = seal(deskKeys, owner, field, value)
    if (exact === null) continue
    const place = { ...owner, field: name }
    sealed[exact] = value === null ? null : exactKey(deskKeys, place, String(value))
  }
  return sealed
}

/** A value taken out of its seal; `ok: false` where it does not open in this place. */
export function openValue(
  deskKeys: DeskKeys,
  owner: Owner,
  field: SealedField,
  value: unknown,
): { ok: true; value: unknown } | { ok: false } {
  if (value === null || value === undefined) return { ok: true, value }
  const sealed = sealedTextOf(value, field)
  const place = { ...owner, field: field.name }
  const text = sealed === null ? null : openText(deskKeys, place, sealed)
  if (text === null) return { ok: false }
  return { ok: true, value: field.json ? JSON.parse(text) : text }
}

/** Whether a value is sealed under the key that seals now, and opens. */
export function isSettled(
  deskKeys: DeskKeys,
  owner: Owner,
  field: SealedField,
  value: unknown,
): boolean {
  const sealed = sealedTextOf(value, field)
  return (
    sealed !== null && isCurrent(deskKeys, sealed) && openValue(deskKeys, owner, field, value).ok
  )
}
