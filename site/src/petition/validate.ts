import type { Category } from '@portal/content/schema/category'
import type { Petition } from '@portal/content/schema/petition'
import { fieldLabels, fieldLimits, fieldNames } from './fields.ts'
import type { Choices, Faults, FieldName, TypedFields } from './fields.ts'
import { isIdNumber } from './id-number.ts'
import { parsePhone } from './phone.ts'
import { compact, countCharacters, line, prose } from './text.ts'

export type Validation = { ok: true; petition: Petition } | { ok: false; faults: Faults }

/**
 * Parses what was typed into a petition (art. 19), or says by field what to do. Runs in the browser
 * as on the server, so it imports nothing of Node and no schema library.
 */
export function validate(typed: TypedFields, choices: Choices): Validation {
  const faults: Faults = {}
  const fail = (field: FieldName, message: string) => {
    faults[field] ??= message
    return ''
  }

  const text = (field: keyof typeof fieldLimits, clean: (typed: string) => string) => {
    const value = clean(typed[field] ?? '')
    const count = countCharacters(value)
    const { min, max } = fieldLimits[field]
    const label = fieldLabels[field]
    if (count === 0) return fail(field, `请填写${label}`)
    if (count < min) return fail(field, `${label}太短，请至少写 ${min} 个字`)
    if (count > max) {
      return fail(
        field,
        `${label}最多 ${max} 个字，现在有 ${count} 个字，请删去 ${count - max} 个字`,
      )
    }
    return value
  }
  const choice = (field: 'topic' | 'region', offered: ReadonlySet<string>) => {
    const value = line(typed[field] ?? '')
    if (value === '') return fail(field, `请选择${fieldLabels[field]}`)
    return offered.has(value) ? value : fail(field, `请从列表里重新选择${fieldLabels[field]}`)
  }

  const petition: Petition = {
    name: text('name', line),
    phone: parsePhone(typed.phone ?? '') ?? fail('phone', phoneFault(typed.phone ?? '')),
    address: text('address', line),
    idNumber: parseIdNumber(typed.idNumber ?? '', (message) => fail('idNumber', message)),
    category: parseCategory(typed.category ?? '', choices, (message) => fail('category', message)),
    topic: choice('topic', choices.topics),
    region: choice('region', choices.regions),
    title: text('title', line),
    request: text('request', prose),
    facts: text('facts', prose),
  }
  return Object.keys(faults).length === 0 ? { ok: true, petition } : { ok: false, faults }
}

/** The faults in the order of the form. */
export function listFaults(faults: Faults): { field: FieldName; message: string }[] {
  return fieldNames.flatMap((field) => {
    const message = faults[field]
    return message === undefined ? [] : [{ field, message }]
  })
}

function phoneFault(typed: string): string {
  return compact(typed) === ''
    ? '请填写手机号码'
    : '请填写 11 位手机号码；没有手机的，填写带区号的固定电话'
}

function parseIdNumber(typed: string, fail: (message: string) => string): string | null {
  const number = compact(typed).toUpperCase()
  if (number === '') return null
  if (!/^\d{17}[\dX]$/.test(number)) {
    return fail('身份证号是 18 位，请核对后重填；也可以不填')
  }
  return isIdNumber(number) ? number : fail('身份证号有错，请对照身份证逐位核对；也可以不填')
}

function parseCategory(
  typed: string,
  choices: Choices,
  fail: (message: string) => string,
): Category {
  const value = line(typed) as Category
  if (!choices.categories.has(value)) fail('请选择信访类别')
  return value
}
