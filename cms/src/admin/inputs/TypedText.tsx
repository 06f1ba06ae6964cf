import { Box, Field, TextInput, Typography } from '@strapi/design-system'
import { useState, type ReactNode } from 'react'

/** How a field reads what people are used to type. */
export type Way<V> = {
  /** What is kept of what was typed; undefined where it is not understood. */
  read: (text: string) => V | undefined
  write: (value: V) => string
  /** Why a text is not understood, and what to write instead. */
  refuse: (text: string) => string
  /** What the form holds while the text is not understood. */
  unread: (text: string) => V | null
  example?: string
  /** What was understood, where that says more than the field does. */
  say?: (value: V) => string
}

export type Texts = {
  name: string
  label: string | null
  'aria-label'?: string
  hint?: ReactNode
  required?: boolean
  disabled?: boolean
}
type Props<V> = Texts & {
  way: Way<V>
  value: V | null | undefined
  error?: string | undefined
  onChange: (value: V | null) => void
  /** Stands at the end of the field: another way to fill it in. */
  action?: ReactNode
}

/** A field that people may fill in as they are used to; what is kept is shown when they leave it. */
export function TypedText<V>({ name, label, way, value, error, action, ...rest }: Props<V>) {
  const { hint, required, disabled, onChange } = rest
  const [typed, setTyped] = useState<string | null>(null)
  const shown = value === null || value === undefined ? '' : way.write(value)
  const text = typed ?? shown
  const read = text.trim() === '' ? undefined : way.read(text)
  const strange = text.trim() !== '' && read === undefined
  const fault = strange && typed === null ? way.refuse(text) : undefined

  function enter(next: string) {
    setTyped(next)
    const kept = next.trim() === '' ? null : (way.read(next) ?? way.unread(next))
    onChange(kept)
  }

  return (
    <Field.Root name={name} error={fault ?? error} hint={hint} required={required}>
      {label && <Field.Label>{label}</Field.Label>}
      <TextInput
        aria-label={label ? undefined : rest['aria-label']}
        value={text}
        placeholder={way.example}
        disabled={disabled}
        endAction={action}
        onChange={(event) => enter(event.target.value)}
        // A number that is not understood has no place in the form: its text stays here.
        onBlur={() => (strange && way.unread(text) === null) || setTyped(null)}
      />
      {way.say && (
        <Box aria-live="polite">
          {read !== undefined && (
            <Typography variant="pi" textColor="neutral800">
              {way.say(read)}
            </Typography>
          )}
        </Box>
      )}
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  )
}
