import { Field, TextInput } from '@strapi/design-system'
import { useField } from '@strapi/strapi/admin'
import { useState } from 'react'

/** What Strapi gives to the input of a field. */
export type Props = {
  name: string
  label: string
  hint?: string
  required?: boolean
  disabled?: boolean
}
type Way<V> = {
  /** What is kept of what was typed; undefined where it is not understood. */
  read: (text: string) => V | undefined
  write: (value: V) => string
  /** What to write instead. */
  advice: string
  /** What the form holds while the text is not understood. */
  unread: (text: string) => V | null
}

/** A field that people may fill in as they are used to; what is kept is shown when they leave it. */
export function TypedInput<V>({
  name,
  label,
  hint,
  required,
  disabled,
  way,
}: Props & { way: Way<V> }) {
  const { value, error, onChange } = useField<V | null>(name)
  const [typed, setTyped] = useState<string | null>(null)
  const shown = value === null || value === undefined ? '' : way.write(value)
  const text = typed ?? shown
  const strange = text.trim() !== '' && way.read(text) === undefined
  const fault = strange && typed === null ? `“${text}”没有看懂：${way.advice}` : undefined

  function enter(next: string) {
    setTyped(next)
    const kept = next.trim() === '' ? null : (way.read(next) ?? way.unread(next))
    onChange(name, kept)
  }

  return (
    <Field.Root name={name} error={fault ?? error} hint={hint} required={required}>
      <Field.Label>{label}</Field.Label>
      <TextInput
        value={text}
        disabled={disabled}
        onChange={(event) => enter(event.target.value)}
        // A number that is not understood has no place in the form: its text stays here.
        onBlur={() => (strange && way.unread(text) === null) || setTyped(null)}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  )
}
