import {
  Checkbox,
  Field,
  Flex,
  Radio,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  TextInput,
} from '@strapi/design-system'
import type { CasePage } from '../../../contracts/cases/page.ts'
import type { FieldSpec } from './action-forms'
import { DayText } from '../../inputs/DayText'
import { ChangeField } from './ChangeField'
import { FindBox } from './FindBox'
import { ownerSelf, type Fields } from './action-fields'
import { UnitsField } from './UnitsField'

type Props = {
  spec: FieldSpec
  page: CasePage
  fields: Fields
  error: string | undefined
  onChange: (changes: Partial<Fields>) => void
}

const withError = (error: string | undefined) => (error ? { error } : {})

/** One thing that a step asks for, with what it lacks beside it. */
export function ActionField({ spec, page, fields, error, onChange }: Props) {
  const { desk } = page
  switch (spec.type) {
    case 'unit':
      return (
        <FindBox
          label="承办单位"
          choices={desk.units.map(
            (name) => page.units.find((unit) => unit.name === name) ?? { name, initials: '' },
          )}
          value={fields.unit}
          placeholder="输入名称里的字，或者拼音首字母"
          error={error}
          onPick={(unit) => onChange({ unit })}
        />
      )
    case 'units':
      return (
        <UnitsField
          choices={page.units}
          chosen={fields.units ?? []}
          lead={spec.lead}
          error={error}
          onChange={(units) => onChange({ units })}
        />
      )
    case 'holders': {
      const chosen = fields.holders ?? []
      return (
        <Field.Root required {...withError(error)}>
          <Field.Label>收回哪些单位</Field.Label>
          <Flex
            direction="column"
            alignItems="flex-start"
            gap={2}
            role="group"
            aria-label="收回哪些单位"
          >
            {desk.referrals.map(({ unit, lead }) => (
              <Checkbox
                key={unit}
                checked={chosen.includes(unit)}
                onCheckedChange={(is: boolean | 'indeterminate') =>
                  onChange({
                    holders: is === true ? [...chosen, unit] : chosen.filter((one) => one !== unit),
                  })
                }
              >
                {`${unit}（${lead ? '主办' : '会办'}）`}
              </Checkbox>
            ))}
          </Flex>
          <Field.Error />
        </Field.Root>
      )
    }
    case 'holder':
      return (
        <Field.Root required {...withError(error)}>
          <Field.Label>{spec.label}</Field.Label>
          <Radio.Group
            aria-label={spec.label}
            value={fields.holder ?? ''}
            onValueChange={(holder: string) => onChange({ holder })}
          >
            {desk.referrals.map(({ unit, lead }) => (
              <Radio.Item key={unit} value={unit}>
                {`${unit}（${lead ? '主办' : '会办'}）`}
              </Radio.Item>
            ))}
          </Radio.Group>
          <Field.Error />
        </Field.Root>
      )
    case 'due':
      return (
        <DayText
          name="dueOn"
          label={spec.label}
          required
          error={error}
          value={fields.dueOn ?? ''}
          onChange={(dueOn) => onChange({ dueOn })}
        />
      )
    case 'owner':
      return (
        <Field.Root required {...withError(error)}>
          <Field.Label>由谁回访</Field.Label>
          <Radio.Group
            aria-label="由谁回访"
            value={fields.owner ?? ''}
            onValueChange={(owner: string) => onChange({ owner })}
          >
            {[ownerSelf, ...page.readers].map((name) => (
              <Radio.Item key={name} value={name}>
                {name}
              </Radio.Item>
            ))}
          </Radio.Group>
          <Field.Error />
        </Field.Root>
      )
    case 'change':
      return <ChangeField page={page} fields={fields} error={error} onChange={onChange} />
    case 'days':
      return (
        <Field.Root required hint={`1 到 ${spec.most} 日`} {...withError(error)}>
          <Field.Label>{spec.label}</Field.Label>
          <TextInput
            inputMode="numeric"
            value={fields.days ?? ''}
            onChange={(event) => onChange({ days: event.target.value })}
          />
          <Field.Error />
          <Field.Hint />
        </Field.Root>
      )
    case 'day':
      return (
        <DayText
          name="on"
          label={spec.label}
          required={!spec.optional}
          error={error}
          value={fields.on ?? ''}
          onChange={(on) => onChange({ on })}
        />
      )
    case 'choice':
      return (
        <Field.Root required {...withError(error)}>
          <Field.Label>{spec.label}</Field.Label>
          <SingleSelect
            value={fields[spec.name] ?? ''}
            placeholder="请选择"
            onChange={(chosen) => onChange({ [spec.name]: String(chosen) })}
          >
            {spec.options.map(({ value, label }) => (
              <SingleSelectOption key={value} value={value}>
                {label}
              </SingleSelectOption>
            ))}
          </SingleSelect>
          <Field.Error />
        </Field.Root>
      )
    case 'text':
      return (
        <Field.Root required={!spec.optional} {...withError(error)}>
          <Field.Label>{spec.label}</Field.Label>
          <Textarea
            rows={spec.rows}
            style={{ fontSize: 16, lineHeight: 1.7 }}
            value={fields[spec.name] ?? ''}
            onChange={(event) => onChange({ [spec.name]: event.target.value })}
          />
          <Field.Error />
        </Field.Root>
      )
  }
}
