import type { Category } from '@portal/content/schema/petition/category'
import type { Petition } from '@portal/content/schema/petition/petition'
import { fieldLabels, fieldNames } from './fields.ts'
import type { Choices, Faults, FieldName, TypedFields } from './fields.ts'
import { parseNotify } from './parse-notify.ts'
import { parsePetitioner } from './parse-petitioner.ts'
import { parseText } from './parse-text.ts'
import type { Fail } from './parse-text.ts'
import { line, prose } from '@portal/content/characters/typed-text'

type Validation = { ok: true; petition: Petition } | { ok: false; faults: Faults }

/**
 * Parses what was typed into a petition (art. 19), or says by field what to do. Runs in the browser
 * as on the server, so it imports nothing of Node and no schema library.
 */
export function validate(typed: TypedFields, choices: Choices): Validation {
  const faults: Faults = {}
  const fail: Fail = (field, message) => {
    faults[field] ??= message
    return ''
  }
  const choice = (field: 'topic' | 'region', offered: ReadonlySet<string>) => {
    const value = line(typed[field] ?? '')
    if (value === '') return fail(field, `请选择${fieldLabels[field]}`)
    return offered.has(value) ? value : fail(field, `请从列表里重新选择${fieldLabels[field]}`)
  }
  const notify = parseNotify(typed, choices.ways, fail)
  // In this order always: what the mailbox keeps to know a petition again depends on it.
  const petition: Petition = {
    ...parsePetitioner(typed, fail),
    category: parseCategory(typed.category ?? '', choices, fail),
    topic: choice('topic', choices.topics),
    region: choice('region', choices.regions),
    title: parseText(typed, 'title', line, fail),
    request: parseText(typed, 'request', prose, fail),
    facts: parseText(typed, 'facts', prose, fail),
    ...(notify && { notify }),
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

function parseCategory(typed: string, choices: Choices, fail: Fail): Category {
  const value = line(typed) as Category
  if (!choices.categories.has(value)) fail('category', '请选择信访类别')
  return value
}
