import type { Faults, TypedFields } from '../../../petition/fields/fields.ts'
import { Field } from './Field.tsx'
import type { Option, RegionGroup } from './region-groups.ts'

type Props = {
  name: 'topic' | 'region'
  hint: string
  typed: TypedFields
  faults: Faults
  options: readonly Option[]
  groups?: readonly RegionGroup[]
}

/** A choice from a list, with groups below the single options where there are any. */
export function SelectField({ name, hint, typed, faults, options, groups = [] }: Props) {
  return (
    <Field name={name} hint={hint} fault={faults[name]}>
      {(attributes) => (
        <select className="select" {...attributes} defaultValue={typed[name] ?? ''}>
          <option value="">请选择</option>
          <Options options={options} />
          {groups.map((group) => (
            <optgroup key={group.name} label={group.name}>
              <Options options={group.options} />
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  )
}

function Options({ options }: { options: readonly Option[] }) {
  return options.map(({ value, name }) => (
    <option key={value} value={value}>
      {name}
    </option>
  ))
}
