import type { ReactNode } from 'react'
import type { FieldName } from '../../../petition/fields/fields.ts'
import type { AnswerRow } from './answer-rows.ts'

type Props = {
  rows: AnswerRow[]
  onChange: (field: FieldName) => void
  /** Rows of what is no field. */
  children: ReactNode
}

/** Everything that will be sent, each with a way back to where it was asked. */
export function Answers({ rows, onChange, children }: Props) {
  return (
    <dl className="check-answers">
      {rows.map(({ field, label, value }) => (
        <div key={field}>
          <dt>{label}</dt>
          <dd className="check-value">{value || <span className="hint">没有填</span>}</dd>
          <dd>
            <button type="button" className="link-button" onClick={() => onChange(field)}>
              修改<span className="visually-hidden">{label}</span>
            </button>
          </dd>
        </div>
      ))}
      {children}
    </dl>
  )
}
