import { shanghaiDay } from '@portal/content/calendar/day'
import { Field, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system'
import type { Choice } from './actions'

type ChoiceProps = {
  label: string
  options: Choice[]
  value: string | undefined
  onChange: (value: string) => void
}

/** One of a few answers that a step asks for. */
export function ChoiceField({ label, options, value, onChange }: ChoiceProps) {
  return (
    <Field.Root required>
      <Field.Label>{label}</Field.Label>
      <SingleSelect
        value={value ?? ''}
        placeholder="请选择"
        onChange={(chosen) => onChange(String(chosen))}
      >
        {options.map((option) => (
          <SingleSelectOption key={option.value} value={option.value}>
            {option.label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  )
}

type DayProps = { label: string; day: string | undefined; onChange: (day: string) => void }

/** A day that is over, as it is typed or picked. */
export function DayField({ label, day, onChange }: DayProps) {
  return (
    <Field.Root required>
      <Field.Label>{label}</Field.Label>
      <TextInput
        type="date"
        max={shanghaiDay(new Date())}
        value={day ?? ''}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field.Root>
  )
}
