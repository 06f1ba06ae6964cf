import type { InputHTMLAttributes } from 'react'
import type { Faults, FieldName, TypedFields } from '../../../petition/fields/fields.ts'
import { Field } from './Field.tsx'

type Props = {
  name: FieldName
  typed: TypedFields
  faults: Faults
  hint?: string
  optional?: boolean
  short?: boolean
} & Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'autoComplete' | 'type' | 'inputMode' | 'spellCheck' | 'onInput'
>

/** A field of one line. */
export function TextField({ name, typed, faults, hint, optional, short, ...input }: Props) {
  return (
    <Field name={name} fault={faults[name]} {...(hint && { hint })} {...(optional && { optional })}>
      {(attributes) => (
        <input
          className={short ? 'input is-short' : 'input'}
          type="text"
          {...input}
          {...attributes}
          defaultValue={typed[name]}
        />
      )}
    </Field>
  )
}
