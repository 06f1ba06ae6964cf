import {
  Button,
  Combobox,
  ComboboxOption,
  Field,
  Flex,
  Grid,
  SingleSelect,
  SingleSelectOption,
} from '@strapi/design-system'
import type { FormEvent, ReactNode } from 'react'
import {
  viewKinds,
  type ViewKind,
  type ViewPeople,
  type ViewQuestion,
} from '../../contracts/cases/view-log.ts'
import { useAnswer } from '../desk/use-answer'
import { useHeldState } from '../saving/use-held-state'
import { DayText } from '../inputs/DayText'
import { dayWay, filtering } from '../inputs/typed-formats'
import { emptyQuestion, isNarrowed } from './use-views'

const filteringDay = filtering(dayWay)

type Props = { question: ViewQuestion; onAsk: (question: ViewQuestion) => void }

function Cell({ children }: { children: ReactNode }) {
  return (
    <Grid.Item col={4} s={6} xs={12} direction="column" alignItems="stretch">
      {children}
    </Grid.Item>
  )
}

/** By what the record of views is narrowed; it is asked when the button is pressed. */
export function ViewFilters({ question, onAsk }: Props) {
  const told = useAnswer<ViewPeople>('/desk/views/people')
  const people = told === null || told === 'lost' ? [] : told.people
  const [draft, setDraft] = useHeldState('views draft', { of: question, typed: question })
  const typed = draft.of === question ? draft.typed : question
  const set = (change: Partial<ViewQuestion>) =>
    setDraft({ of: question, typed: { ...typed, ...change } })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onAsk({ ...typed, page: 1 })
  }
  return (
    <form role="search" aria-label="筛选查阅记录" onSubmit={submit}>
      <Grid.Root gap={4}>
        <Cell>
          <Field.Root>
            <Field.Label>查阅人</Field.Label>
            <Combobox
              value={typed.person}
              placeholder="不限"
              autocomplete={{ type: 'list', filter: 'contains' }}
              noOptionsMessage={() => '没有这个人的记录'}
              clearLabel="不限查阅人"
              onChange={(person) => set({ person: person ?? '' })}
              onClear={() => set({ person: '' })}
            >
              {people.map(({ account, name }) => (
                <ComboboxOption key={account} value={account}>
                  {name ? `${name}（${account}）` : account}
                </ComboboxOption>
              ))}
            </Combobox>
          </Field.Root>
        </Cell>
        <Cell>
          <Field.Root>
            <Field.Label>查询编号</Field.Label>
            <Field.Input
              type="text"
              inputMode="numeric"
              autoComplete="off"
              maxLength={40}
              placeholder="16 位数字"
              value={typed.number}
              onChange={({ target }) => set({ number: target.value })}
            />
          </Field.Root>
        </Cell>
        <Cell>
          <Field.Root>
            <Field.Label>做了什么</Field.Label>
            <SingleSelect
              value={typed.kind}
              placeholder="不限"
              clearLabel="不限做了什么"
              onChange={(kind) => set({ kind: String(kind) as ViewKind })}
              onClear={() => set({ kind: '' })}
            >
              {Object.entries(viewKinds).map(([value, name]) => (
                <SingleSelectOption key={value} value={value}>
                  {name}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        </Cell>
        <Cell>
          <DayText
            name="from"
            label="日期，从"
            way={filteringDay}
            value={typed.from}
            onChange={(from) => set({ from })}
          />
        </Cell>
        <Cell>
          <DayText
            name="to"
            label="到"
            way={filteringDay}
            value={typed.to}
            onChange={(to) => set({ to })}
          />
        </Cell>
        <Grid.Item col={4} s={6} xs={12} alignItems="flex-end">
          <Flex gap={2} wrap="wrap">
            <Button type="submit" size="L">
              查找
            </Button>
            {(isNarrowed(question) || isNarrowed(typed)) && (
              <Button
                type="button"
                size="L"
                variant="tertiary"
                onClick={() => {
                  setDraft({ of: emptyQuestion, typed: emptyQuestion })
                  onAsk(emptyQuestion)
                }}
              >
                取消筛选
              </Button>
            )}
          </Flex>
        </Grid.Item>
      </Grid.Root>
    </form>
  )
}
