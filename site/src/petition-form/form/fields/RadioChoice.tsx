import { fieldLabels } from '../../../petition/fields/fields.ts'
import type { FieldName } from '../../../petition/fields/fields.ts'
import { FieldError } from './Field.tsx'
import type { RadioOption } from '../form-options.ts'

type Props = {
  field: FieldName
  options: readonly RadioOption[]
  chosen: string | undefined
  fault: string | undefined
}

/** A choice of one, each with what it is for. */
export function RadioChoice({ field, options, chosen, fault }: Props) {
  return (
    <fieldset
      className="field choices"
      aria-describedby={fault ? `${field}-error` : undefined}
      aria-invalid={fault ? true : undefined}
    >
      <legend>{fieldLabels[field]}</legend>
      <FieldError name={field} fault={fault} />
      {options.map(({ value, name, hint }, index) => {
        // The error summary links to the first choice by the field's own name.
        const id = index === 0 ? field : `${field}-${value}`
        const hintId = `${field}-${value}-hint`
        return (
          <div className="choice" key={value}>
            <input
              type="radio"
              id={id}
              name={field}
              value={value}
              defaultChecked={chosen === value}
              aria-describedby={hint ? hintId : undefined}
            />
            <div>
              <label htmlFor={id}>{name}</label>
              {hint && (
                <p className="hint" id={hintId}>
                  {hint}
                </p>
              )}
            </div>
          </div>
        )
      })}
    </fieldset>
  )
}
