import { withoutRepresentatives } from '@portal/content/schema/petition/people'
import {
  fieldLabels,
  fieldNames,
  notifyChoices,
  petitioners,
} from '../../../petition/fields/fields.ts'
import type { FieldName, TypedFields } from '../../../petition/fields/fields.ts'
import { notifyChoiceOf } from '../../../petition/fields/parse-notify.ts'
import { peopleOf, petitionerOf } from '../../../petition/fields/parse-petitioner.ts'
import { representativeFieldNames } from '../../../petition/fields/representatives.ts'

/** What the choices are called on screen, by their values. */
export type Names = Record<'category' | 'topic' | 'region', ReadonlyMap<string, string>>
export type AnswerRow = { field: FieldName; label: string; value: string }

/** What will be sent, in the order of the form; what belongs to a choice not made is left out. */
export function answersOf(typed: TypedFields, names: Names): AnswerRow[] {
  const away = new Set<FieldName>(unasked(typed))
  return fieldNames
    .filter((name) => !away.has(name))
    .map((field) => ({ field, label: fieldLabels[field], value: shown(field, typed, names) }))
    .filter(({ field, value }) => value !== '' || !optionalRows.has(field))
}

const optionalRows = new Set<FieldName>(representativeFieldNames)

function unasked(typed: TypedFields): readonly FieldName[] {
  const kind = petitionerOf(typed) ?? 'person'
  const many = kind === 'joint' && (peopleOf(typed) ?? 0) > withoutRepresentatives
  return [
    ...(kind === 'organisation'
      ? (['name', 'idNumber'] as const)
      : (['organisation', 'creditCode', 'contact'] as const)),
    ...(kind === 'joint' ? [] : (['people'] as const)),
    ...(many ? [] : representativeFieldNames),
    ...(notifyChoiceOf(typed) === 'email' ? [] : (['email'] as const)),
  ]
}

function shown(field: FieldName, typed: TypedFields, names: Names): string {
  const value = (typed[field] ?? '').trim()
  switch (field) {
    case 'category':
    case 'topic':
    case 'region':
      return names[field].get(value) ?? ''
    case 'petitioner':
      return petitioners[petitionerOf(typed) ?? 'person']
    case 'notifyBy':
      return notifyChoices[notifyChoiceOf(typed) ?? 'none']
    default:
      return value
  }
}
