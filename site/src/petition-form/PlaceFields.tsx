import type { Faults, TypedFields } from '../petition/fields.ts'
import { Field } from './Field.tsx'
import type { Option, RegionGroup } from './region-groups.ts'

type Props = {
  typed: TypedFields
  faults: Faults
  topics: Option[]
  unsure: Option | null
  regionGroups: RegionGroup[]
}

/** 问题领域 and 问题属地. */
export function PlaceFields({ typed, faults, topics, unsure, regionGroups }: Props) {
  return (
    <>
      <Field name="topic" hint="选最接近的一类，选错了工作人员会改。" fault={faults.topic}>
        {(attributes) => (
          <select className="select" {...attributes} defaultValue={typed.topic ?? ''}>
            <option value="">请选择</option>
            {topics.map(({ value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="region" hint="事情发生在哪里，不一定是您住的地方。" fault={faults.region}>
        {(attributes) => (
          <select className="select" {...attributes} defaultValue={typed.region ?? ''}>
            <option value="">请选择</option>
            {unsure && <option value={unsure.value}>{unsure.name}</option>}
            {regionGroups.map(({ name, options }) => (
              <optgroup key={name} label={name}>
                {options.map((option) => (
                  <option key={option.value} value={option.value}>
                    {option.name}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
    </>
  )
}
