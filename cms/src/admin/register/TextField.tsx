import type { HTMLInputTypeAttribute } from 'react'
import { Writing } from '../desk/Writing'
import { Control, Fault, Label } from './layout'
import { Small } from '../desk/Small'

type Props = {
  name: string
  label: string
  value: string
  fault: string | undefined
  hint?: string
  /** So many lines are there to write in; without, one line. */
  lines?: number
  /** So many characters at most; how many there are is said then. */
  most?: number
  type?: HTMLInputTypeAttribute
  list?: string
  isOptional?: boolean
  onChange: (value: string) => void
}

/** A field with its name, what belongs in it, and what is wrong with it. */
export function TextField(props: Props) {
  const { name, label, value, fault, hint, lines, most, type, list, isOptional, onChange } = props
  const count = [...value].length
  const shared = {
    id: `register-${name}`,
    value,
    autoComplete: 'off',
    'aria-invalid': fault !== undefined,
    'aria-describedby': `register-${name}-says`,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  }
  return (
    <div>
      <Label htmlFor={shared.id}>
        {label}
        {isOptional && <Small as="span">（可以不填）</Small>}
      </Label>
      {lines ? (
        <Writing {...shared} $lines={lines} />
      ) : (
        <Control {...shared} type={type ?? 'text'} list={list} />
      )}
      <div id={`register-${name}-says`}>
        {fault && <Fault>{fault}</Fault>}
        {hint && <Small>{hint}</Small>}
        {most !== undefined && count > most * 0.8 && (
          <Small>{`${count} 字，最多 ${most} 字`}</Small>
        )}
      </div>
    </div>
  )
}
