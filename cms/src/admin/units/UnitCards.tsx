import { Flex, Typography } from '@strapi/design-system'
import { styled } from 'styled-components'
import type { UnitFigures } from '../../contracts/cases/calendar.ts'
import { Count } from './UnitTable'
import { daysWords, informedWords, nameOf, partAddress } from './unit-words'

const Card = styled.li`
  padding: 16px;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 4px;
  background: ${({ theme }) => theme.colors.neutral0};
`
const Facts = styled.dl`
  display: grid;
  grid-template-columns: 6em 1fr;
  gap: 4px 8px;
  margin-top: 8px;
  font-size: 14px;
  font-variant-numeric: tabular-nums;
  line-height: 1.8;

  dt {
    color: ${({ theme }) => theme.colors.neutral700};
  }

  dd {
    color: ${({ theme }) => theme.colors.neutral800};
  }
`

/** The units on a telephone. */
export function UnitCards({ units }: { units: UnitFigures[] }) {
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3} aria-label="各单位办理情况">
      {units.map((unit) => (
        <Card key={unit.id}>
          <Typography tag="h2" variant="epsilon" fontWeight="semiBold">
            {nameOf(unit)}
          </Typography>
          <Facts>
            {(
              [
                ['open', '在办'],
                ['soon', '快到期'],
                ['late', '已超期'],
              ] as const
            ).map(([part, label]) => [
              <dt key={`${part} name`}>{label}</dt>,
              <dd key={part}>
                <Count
                  count={unit[part]}
                  to={partAddress(unit, part)}
                  label={`${unit.name}${label}`}
                />
              </dd>,
            ])}
            <dt>按期告知率</dt>
            <dd>{informedWords(unit)}</dd>
            <dt>平均用时</dt>
            <dd>{daysWords(unit)}</dd>
          </Facts>
        </Card>
      ))}
    </Flex>
  )
}
