import { useField } from '@strapi/strapi/admin'
import type { ReactNode } from 'react'
import { TypedText, type Texts, type Way } from './TypedText'

/** What Strapi gives to the input of a field. */
export type Props = Texts

/** A field of Strapi's form that is typed into as people are used to. */
export function TypedInput<V>({
  way,
  action,
  ...texts
}: Props & { way: Way<V>; action?: ReactNode }) {
  const { value, error, onChange } = useField<V | null>(texts.name)
  return (
    <TypedText
      {...texts}
      way={way}
      action={action}
      value={value}
      error={error}
      onChange={(next) => onChange(texts.name, next)}
    />
  )
}
