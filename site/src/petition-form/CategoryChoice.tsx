import { fieldLabels } from '../petition/fields.ts'
import { FieldError } from './Field.tsx'

export type CategoryOption = { value: string; name: string; hint: string }

type Props = { options: CategoryOption[]; chosen: string | undefined; fault: string | undefined }

/** 信访类别 as radio buttons, each with what it is for. */
export function CategoryChoice({ options, chosen, fault }: Props) {
  return (
    <fieldset
      className="field choices"
      aria-describedby={fault ? 'category-error' : undefined}
      aria-invalid={fault ? true : undefined}
    >
      <legend>{fieldLabels.category}</legend>
      <FieldError name="category" fault={fault} />
      {options.map(({ value, name, hint }, index) => (
        <div className="choice" key={value}>
          {/* The error summary links to the first choice by the field's own name. */}
          <input
            type="radio"
            id={index === 0 ? 'category' : `category-${value}`}
            name="category"
            value={value}
            defaultChecked={chosen === value}
            aria-describedby={`category-${value}-hint`}
          />
          <div>
            <label htmlFor={index === 0 ? 'category' : `category-${value}`}>{name}</label>
            <p className="hint" id={`category-${value}-hint`}>
              {hint}
            </p>
          </div>
        </div>
      ))}
    </fieldset>
  )
}
