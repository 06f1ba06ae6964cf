import { Field, Flex, Radio, Typography } from '@strapi/design-system'
import type { UnsettledUnit } from '../../../contracts/cases/desk-state.ts'

export type Answer = 'accused' | 'cleared'
type Props = {
  named: UnsettledUnit[]
  answers: Record<string, Answer>
  onAnswer: (name: string, answer: Answer) => void
}

/** Asks of each unit that the petitioner has named whether it is accused; nothing is chosen beforehand. */
export function NamedUnits({ named, answers, onAnswer }: Props) {
  if (named.length === 0) return null
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Typography variant="pi" fontWeight="semiBold" textColor="danger600">
        信访人写到了下面的单位。确认之前不能转送，任何承办单位都看不到本件。
      </Typography>
      {named.map(({ name, words }) => (
        <Field.Root key={name} name={`named-${name}`} hint={`文中写作：${words.join('、')}`}>
          <Field.Label>{name}</Field.Label>
          <Field.Hint />
          <Radio.Group
            aria-label={`${name}是不是被检举控告的单位`}
            value={answers[name] ?? ''}
            onValueChange={(answer: string) => onAnswer(name, answer as Answer)}
          >
            <Radio.Item value="accused">是被检举控告的</Radio.Item>
            <Radio.Item value="cleared">不是，只是写到</Radio.Item>
          </Radio.Group>
        </Field.Root>
      ))}
    </Flex>
  )
}
