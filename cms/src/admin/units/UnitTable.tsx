import { Typography } from '@strapi/design-system'
import { styled } from 'styled-components'
import { TableHead, type Column } from '../desk/TableHead'
import type { UnitFigures } from '../../contracts/cases/calendar.ts'
import { DeskLink } from '../links/DeskLink'
import { daysWords, informedWords, nameOf, partAddress } from './unit-words'

const Table = styled.table`
  width: 100%;
  border-collapse: collapse;
  background: ${({ theme }) => theme.colors.neutral0};
  font-size: 14px;
  font-variant-numeric: tabular-nums;
  line-height: 1.6;

  th,
  td {
    padding: 12px 16px;
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
    text-align: end;
  }

  th:first-child,
  td:first-child {
    text-align: start;
  }

  tbody tr:hover {
    background: ${({ theme }) => theme.colors.primary100};
  }
`

/** A number that leads to its cases; nothing to open where there are none. */
export function Count({ count, to, label }: { count: number; to: string; label: string }) {
  if (count === 0) return <Typography textColor="neutral600">0</Typography>
  return (
    <DeskLink to={to} aria-label={`${label} ${count} 件`}>
      {count}
    </DeskLink>
  )
}

const columns: Column[] = ['单位', '在办', '快到期', '已超期', '按期告知率', '平均用时'].map(
  (name) => [name],
)

/** The units on a desk. */
export function UnitTable({ units }: { units: UnitFigures[] }) {
  return (
    <Table>
      <TableHead caption="各单位办理情况" columns={columns} />
      <tbody>
        {units.map((unit) => (
          <tr key={unit.id}>
            <td>
              <Typography>{nameOf(unit)}</Typography>
            </td>
            {(
              [
                ['open', '在办'],
                ['soon', '快到期'],
                ['late', '已超期'],
              ] as const
            ).map(([part, label]) => (
              <td key={part}>
                <Count
                  count={unit[part]}
                  to={partAddress(unit, part)}
                  label={`${unit.name}${label}`}
                />
              </td>
            ))}
            <td>
              <Typography>{informedWords(unit)}</Typography>
            </td>
            <td>
              <Typography>{daysWords(unit)}</Typography>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
