import {
  Button,
  Checkbox,
  Combobox,
  ComboboxOption,
  Field,
  Grid,
  SingleSelect,
  SingleSelectOption,
} from '@strapi/design-system'
import { useAnswer } from '../desk/use-answer'
import { queueSorts, type QueueChoices } from '../../contracts/cases/queue.ts'
import { DayText } from '../inputs/DayText'
import { dayWay, filtering } from '../inputs/typed-formats'
import { filterKeys, type Asked } from './question-address'

const filteringDay = filtering(dayWay)

type Choice = { value: string; name: string }
type Props = { asked: Asked; onChange: (change: Asked) => void }

const plain = (names: string[]): Choice[] => names.map((name) => ({ value: name, name }))

function Select({
  label,
  value = '',
  choices,
  isAlways = false,
  onChange,
}: {
  label: string
  value?: string | undefined
  choices: Choice[]
  /** One of them is always chosen. */
  isAlways?: boolean
  onChange: (value: string) => void
}) {
  const isLong = choices.length > 12
  return (
    <Grid.Item col={3} s={6} xs={12} direction="column" alignItems="stretch">
      <Field.Root>
        <Field.Label>{label}</Field.Label>
        {isLong ? (
          <Combobox
            value={value}
            placeholder="不限"
            autocomplete={{ type: 'list', filter: 'contains' }}
            noOptionsMessage={() => '没有这样的'}
            clearLabel={`不限${label}`}
            onChange={(next) => onChange(next ?? '')}
            onClear={() => onChange('')}
          >
            {choices.map((choice) => (
              <ComboboxOption key={choice.value} value={choice.value}>
                {choice.name}
              </ComboboxOption>
            ))}
          </Combobox>
        ) : (
          <SingleSelect
            value={value}
            placeholder="不限"
            onChange={(next) => onChange(String(next))}
            {...(isAlways ? {} : { clearLabel: `不限${label}`, onClear: () => onChange('') })}
          >
            {choices.map((choice) => (
              <SingleSelectOption key={choice.value} value={choice.value}>
                {choice.name}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        )}
      </Field.Root>
    </Grid.Item>
  )
}

function DayField({
  label,
  value = '',
  onChange,
}: {
  label: string
  value?: string | undefined
  onChange: (value: string) => void
}) {
  return (
    <Grid.Item col={3} s={6} xs={12} direction="column" alignItems="stretch">
      <DayText name={label} label={label} way={filteringDay} value={value} onChange={onChange} />
    </Grid.Item>
  )
}

/** What the queue is narrowed to beside its tabs and the search, and how it is sorted. */
export function QueueFilters({ asked, onChange }: Props) {
  const choices = useAnswer<QueueChoices>('/desk/cases/choices')
  if (choices === null || choices === 'lost') return null
  const { categories, topics, regions, states, units, officials } = choices
  const select = (label: string, key: keyof Asked, options: Choice[]) => (
    <Select
      label={label}
      value={asked[key]}
      choices={options}
      onChange={(value) => onChange({ [key]: value })}
    />
  )
  return (
    <Grid.Root gap={4} role="group" aria-label="筛选">
      {select('信访类别', 'category', plain(categories))}
      {select('问题领域', 'topic', plain(topics))}
      {select('问题属地', 'region', plain(regions))}
      {units.length > 0 &&
        select(
          '承办单位',
          'unit',
          units.map(({ id, name }) => ({ value: id, name })),
        )}
      {select('办理状态', 'state', plain(states))}
      {officials.length > 0 &&
        select(
          '包案领导',
          'official',
          officials.map(({ id, name }) => ({ value: id, name })),
        )}
      <DayField label="收到日期，从" value={asked.from} onChange={(from) => onChange({ from })} />
      <DayField label="到" value={asked.to} onChange={(to) => onChange({ to })} />
      <Select
        label="排序"
        value={asked.sort ?? 'due'}
        choices={Object.entries(queueSorts).map(([value, name]) => ({ value, name }))}
        isAlways
        onChange={(sort) => onChange({ sort: sort === 'due' ? '' : sort })}
      />
      {units.length > 0 && (
        <Grid.Item col={6} s={12} xs={12} alignItems="center">
          <Checkbox
            checked={asked.unsettled === 'true'}
            onCheckedChange={(checked: boolean | 'indeterminate') =>
              onChange({ unsettled: checked === true ? 'true' : '' })
            }
          >
            只看写到了单位、还没有确认的
          </Checkbox>
        </Grid.Item>
      )}
      <Grid.Item col={6} s={12} xs={12} alignItems="center">
        <Checkbox
          checked={asked.open === 'true'}
          onCheckedChange={(checked: boolean | 'indeterminate') =>
            onChange({ open: checked === true ? 'true' : '' })
          }
        >
          只看没有办完的
        </Checkbox>
      </Grid.Item>
      {filterKeys.some((key) => asked[key]) && (
        <Grid.Item col={3} s={6} xs={12} alignItems="flex-end">
          <Button
            variant="tertiary"
            onClick={() => onChange(Object.fromEntries(filterKeys.map((key) => [key, ''])))}
          >
            取消全部筛选
          </Button>
        </Grid.Item>
      )}
    </Grid.Root>
  )
}
