import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system'
import { useField } from '@strapi/strapi/admin'
import { forwardRef } from 'react'

type Props = {
  name: string
  label: string
  hint?: string
  required?: boolean
  disabled?: boolean
  attribute: { options?: { choices?: string[] } }
}

/** A choice among fixed Chinese words; the chosen word is what is stored. */
const ChoiceInput = forwardRef<HTMLDivElement, Props>(
  ({ name, label, hint, required, disabled, attribute }, ref) => {
    const { value, error, onChange } = useField<string | null>(name)
    return (
      <Field.Root name={name} error={error} hint={hint} required={required} ref={ref}>
        <Field.Label>{label}</Field.Label>
        <SingleSelect
          value={value ?? ''}
          placeholder="请选择"
          disabled={disabled}
          onChange={(word) => onChange(name, String(word))}
          {...(required ? {} : { onClear: () => onChange(name, null) })}
        >
          {(attribute.options?.choices ?? []).map((word) => (
            <SingleSelectOption key={word} value={word}>
              {word}
            </SingleSelectOption>
          ))}
        </SingleSelect>
        <Field.Hint />
        <Field.Error />
      </Field.Root>
    )
  },
)
ChoiceInput.displayName = 'ChoiceInput'

export default ChoiceInput
