import { fieldLimits } from '../petition/fields.ts'
import type { Faults, TypedFields } from '../petition/fields.ts'
import { Field } from './Field.tsx'

/** 标题, 诉求, 事实与理由. */
export function StoryFields({ typed, faults }: { typed: TypedFields; faults: Faults }) {
  return (
    <>
      <Field
        name="title"
        hint="一句话说清是什么事，例如：工地拖欠三个月工资。"
        fault={faults.title}
      >
        {(attributes) => (
          <input className="input" type="text" {...attributes} defaultValue={typed.title} />
        )}
      </Field>
      <Field
        name="request"
        hint={`您希望怎样解决，最多 ${fieldLimits.request.max} 个字。`}
        fault={faults.request}
      >
        {(attributes) => (
          <textarea className="textarea" rows={4} {...attributes} defaultValue={typed.request} />
        )}
      </Field>
      <Field
        name="facts"
        hint={`时间、地点、涉及的人和单位、经过，找过哪些部门、怎么答复的，最多 ${fieldLimits.facts.max} 个字。`}
        fault={faults.facts}
      >
        {(attributes) => (
          <textarea className="textarea" rows={12} {...attributes} defaultValue={typed.facts} />
        )}
      </Field>
    </>
  )
}
