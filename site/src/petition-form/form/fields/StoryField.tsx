import { fieldLimits } from '../../../petition/fields/fields.ts'
import type { Faults, TypedFields } from '../../../petition/fields/fields.ts'
import { Field } from './Field.tsx'

const between = ({ min, max }: { min: number; max: number }) =>
  `至少 ${min} 个字，最多 ${max} 个字。`

const asked = {
  facts: {
    hint: `时间、地点、涉及的人和单位、经过，找过哪些部门、怎么答复的。${between(fieldLimits.facts)}`,
    rows: 12,
  },
  request: { hint: `您要什么，一条一条写。${between(fieldLimits.request)}`, rows: 5 },
}

type Props = { name: keyof typeof asked; typed: TypedFields; faults: Faults }

/** 事实与理由 or 诉求. */
export function StoryField({ name, typed, faults }: Props) {
  const { hint, rows } = asked[name]
  return (
    <Field name={name} hint={hint} fault={faults[name]}>
      {(attributes) => (
        <textarea className="textarea" rows={rows} {...attributes} defaultValue={typed[name]} />
      )}
    </Field>
  )
}
