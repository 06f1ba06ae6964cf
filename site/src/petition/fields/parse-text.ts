import { fieldLabels, fieldLimits } from './fields.ts'
import type { FieldName, TypedFields } from './fields.ts'
import { countCharacters } from '@portal/content/characters/typed-text'

/** Notes a fault of a field, of which the first counts; gives the value that stands in for it. */
export type Fail = (field: FieldName, message: string) => string

/** Reads a free text within its bounds, or says what to do. */
export function parseText(
  typed: TypedFields,
  field: keyof typeof fieldLimits,
  clean: (typed: string) => string,
  fail: Fail,
): string {
  const value = clean(typed[field] ?? '')
  const count = countCharacters(value)
  const { min, max } = fieldLimits[field]
  const label = fieldLabels[field]
  if (count === 0) return fail(field, `请填写${label}`)
  if (count < min) return fail(field, `${label}太短，请至少写 ${min} 个字`)
  if (count > max) {
    return fail(field, `${label}最多 ${max} 个字，现在有 ${count} 个字，请删去 ${count - max} 个字`)
  }
  return value
}
