import { formatReceiptNumber } from '@portal/content/characters/receipt-number'
import { Typography } from '@strapi/design-system'
import { styled } from 'styled-components'
import { TableHead, type Column } from '../desk/TableHead'
import type { QueueRow } from '../../contracts/cases/queue.ts'
import { dayWords } from './due-words'
import { Duty, Marks, Small, TitleLink } from './RowParts'
import { Tick } from './Tick'
import type { Ticks } from './use-ticks'

const Table = styled.table`
  width: 100%;
  border-collapse: collapse;
  table-layout: fixed;
  background: ${({ theme }) => theme.colors.neutral0};
  font-size: 14px;
  line-height: 1.6;

  th,
  td {
    padding: 12px 16px;
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }

  tbody tr:hover,
  tbody tr:focus-within {
    background: ${({ theme }) => theme.colors.primary100};
  }

  tbody tr:focus-within {
    box-shadow: inset 3px 0 0 ${({ theme }) => theme.colors.primary600};
  }
`

const columns: Column[] = [
  ['标题', '34%'],
  ['信访人', '11%'],
  ['承办单位', '19%'],
  ['状态', '15%'],
  ['下一期限', '21%'],
]

/** Beside what is ticked, the rest is a little narrower. */
const tickColumns: Column[] = [['选择', '5%'], ['标题', '29%'], ...columns.slice(1)]

/** The cases of the queue on a desk. @param ticks where cases can be ticked now */
export function QueueTable({ rows, ticks }: { rows: QueueRow[]; ticks: Ticks | null }) {
  return (
    <Table>
      <TableHead caption="办件" columns={ticks ? tickColumns : columns} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.documentId}>
            {ticks && (
              <td>
                <Tick row={row} ticks={ticks} />
              </td>
            )}
            <td>
              <Typography tag="div" fontWeight="semiBold">
                <TitleLink row={row} />
              </Typography>
              <Small>{formatReceiptNumber(row.number)}</Small>
              <Small>
                {row.topic}，{row.region}
              </Small>
              <Marks marks={row.marks} />
            </td>
            <td>
              <Typography>{row.petitioner}</Typography>
            </td>
            <td>
              {row.units.length === 0 && <Typography textColor="neutral600">还没有</Typography>}
              {row.units.map((unit, index) =>
                index === 0 ? (
                  <Typography key={unit} tag="div">
                    {unit}
                  </Typography>
                ) : (
                  <Small key={unit}>协办：{unit}</Small>
                ),
              )}
            </td>
            <td>
              <Typography tag="div">{row.state}</Typography>
              <Small>{row.category}</Small>
              <Small>{dayWords(row.receivedOn)}收到</Small>
            </td>
            <td>
              <Duty duty={row.duty} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
