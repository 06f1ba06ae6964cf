import { Box, Button, Field, Flex, Radio, TextInput, Typography } from '@strapi/design-system'
import type { UnitChoice } from '../../../contracts/cases/page.ts'
import { DayText } from '../../inputs/DayText'
import { FindBox } from './FindBox'
import type { Given } from './action-fields'

type Props = {
  choices: UnitChoice[]
  chosen: Given[]
  /** Whether one of them is in the lead. */
  lead: boolean
  error: string | undefined
  onChange: (units: Given[]) => void
}

/** Chooses the units that get a case, each with a note and a day of its own; suggestions stand first. */
export function UnitsField({ choices, chosen, lead, error, onChange }: Props) {
  const change = (unit: string, changes: Partial<Given>) =>
    onChange(chosen.map((one) => (one.unit === unit ? { ...one, ...changes } : one)))
  const remove = (unit: string) => {
    const rest = chosen.filter((one) => one.unit !== unit)
    const [first, ...others] = rest
    const hasLead = rest.some((one) => one.lead)
    onChange(lead && first && !hasLead ? [{ ...first, lead: true }, ...others] : rest)
  }
  const add = (unit: string) =>
    onChange([...chosen, { unit, lead: lead && chosen.length === 0, note: '', dueOn: '' }])
  const left = choices.filter(({ name }) => !chosen.some(({ unit }) => unit === name))
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <FindBox
        label={chosen.length > 0 ? '再加一个单位' : lead ? '承办单位' : '会办单位'}
        choices={left}
        placeholder="输入名称里的字，或者拼音首字母"
        error={error}
        optional={chosen.length > 0}
        onPick={add}
      />
      {chosen.map((one) => (
        <Box
          key={one.unit}
          role="group"
          aria-label={one.unit}
          padding={4}
          hasRadius
          borderColor="neutral200"
        >
          <Flex direction="column" alignItems="stretch" gap={3}>
            <Flex justifyContent="space-between" gap={3} wrap="wrap">
              <Typography fontWeight="semiBold">{one.unit}</Typography>
              <Button
                variant="tertiary"
                size="S"
                aria-label={`去掉${one.unit}`}
                onClick={() => remove(one.unit)}
              >
                去掉
              </Button>
            </Flex>
            {lead && chosen.length > 1 && (
              <Radio.Group
                aria-label={`${one.unit}主办还是会办`}
                value={one.lead ? 'lead' : 'beside'}
                onValueChange={(part: string) =>
                  onChange(
                    chosen.map((each) =>
                      part === 'lead'
                        ? { ...each, lead: each.unit === one.unit }
                        : each.unit === one.unit
                          ? { ...each, lead: false }
                          : each,
                    ),
                  )
                }
              >
                <Flex gap={4}>
                  <Radio.Item value="lead">主办</Radio.Item>
                  <Radio.Item value="beside">会办</Radio.Item>
                </Flex>
              </Radio.Group>
            )}
            <Field.Root>
              <Field.Label>{`给${one.unit}的话（可以不写）`}</Field.Label>
              <TextInput
                value={one.note}
                onChange={(event) => change(one.unit, { note: event.target.value })}
              />
            </Field.Root>
            <DayText
              name={`due ${one.unit}`}
              label={`${one.unit}反馈结果的期限（可以不填）`}
              hint="不填就按法定期限"
              value={one.dueOn}
              onChange={(dueOn) => change(one.unit, { dueOn })}
            />
          </Flex>
        </Box>
      ))}
    </Flex>
  )
}
