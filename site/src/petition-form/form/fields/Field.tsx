import type { ReactNode } from 'react'
import { fieldLabels } from '../../../petition/fields/fields.ts'
import type { FieldName } from '../../../petition/fields/fields.ts'

/** The attributes that tie a control to its label, hint and error. */
type ControlAttributes = {
  id: string
  name: string
  'aria-describedby'?: string
  'aria-invalid'?: true
}

type Props = {
  name: FieldName
  hint?: string
  optional?: boolean
  fault: string | undefined
  children: (attributes: ControlAttributes) => ReactNode
}

/** A labelled control with its hint and, beside it, what is wrong with it. */
export function Field({ name, hint, optional, fault, children }: Props) {
  const described = [hint && `${name}-hint`, fault && `${name}-error`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={name}>
        {fieldLabels[name]}
        {optional && <span className="optional">（选填）</span>}
      </label>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <FieldError name={name} fault={fault} />
      {children({
        id: name,
        name,
        ...(described && { 'aria-describedby': described }),
        ...(fault && { 'aria-invalid': true }),
      })}
    </div>
  )
}

/** The error of one field, announced as one. */
export function FieldError({ name, fault }: { name: string; fault: string | undefined }) {
  if (!fault) return null
  return (
    <p className="field-error" id={`${name}-error`}>
      <span className="visually-hidden">错误：</span>
      <span>{fault}</span>
    </p>
  )
}
