import { Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system'
import type { FiguresAnswer } from '../../contracts/figures/figures.ts'

type Props = { answer: FiguresAnswer; onChoose: (period: string) => void }

/** Of which month or year the figures are. */
export function PeriodPicker({ answer: { period, months, years }, onChoose }: Props) {
  const isMonth = period.kind === 'month'
  const choices = isMonth ? months : years
  const other = isMonth
    ? period.id.slice(0, 4)
    : months.find(({ id }) => id.startsWith(period.id))?.id
  return (
    <Flex gap={4} wrap="wrap" role="group" aria-label="时段">
      <Field.Root width="140px">
        <Field.Label>按</Field.Label>
        <SingleSelect
          value={period.kind}
          onChange={(kind) => {
            if (kind !== period.kind && other) onChoose(other)
          }}
        >
          <SingleSelectOption value="month">月</SingleSelectOption>
          <SingleSelectOption value="year">年</SingleSelectOption>
        </SingleSelect>
      </Field.Root>
      <Field.Root width="200px">
        <Field.Label>{isMonth ? '月份' : '年份'}</Field.Label>
        <SingleSelect value={period.id} onChange={(id) => onChoose(String(id))}>
          {choices.map(({ id, name }) => (
            <SingleSelectOption key={id} value={id}>
              {name}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
    </Flex>
  )
}
