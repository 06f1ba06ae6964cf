import { countCharacters, line, prose } from '@portal/content/characters/typed-text'
import { registerLimits, type RegisterField } from '../../contracts/cases/registration.ts'

/** Notes a fault of a field, of which the first counts. */
export type Fail = (field: RegisterField, message: string) => void

const several = ['request', 'facts', 'settled', 'reason']

/** Reads a text within its bounds, or says what to do. */
export function readText(
  kind: keyof typeof registerLimits,
  field: RegisterField,
  label: string,
  typed: string,
  fail: Fail,
): string {
  const value = several.includes(kind) ? prose(typed) : line(typed)
  const { min, max } = registerLimits[kind]
  const count = countCharacters(value)
  if (count === 0) fail(field, `请填写${label}`)
  else if (count < min) fail(field, `${label}太短，请至少写 ${min} 个字`)
  else if (count > max) {
    fail(field, `${label}最多 ${max} 个字，现在有 ${count} 个字，请删去 ${count - max} 个字`)
  }
  return value
}
