import { Typography } from '@strapi/design-system'
import { styled } from 'styled-components'
import { TableHead, type Column } from '../desk/TableHead'
import type { ViewRow } from '../../contracts/cases/view-log.ts'
import { viewKinds } from '../../contracts/cases/view-log.ts'
import { Small } from '../queue/RowParts'
import { lookedAt, momentWords } from './view-words'

const Table = styled.table`
  width: 100%;
  border-collapse: collapse;
  table-layout: fixed;
  background: ${({ theme }) => theme.colors.neutral0};
  font-size: 14px;
  font-variant-numeric: tabular-nums;
  line-height: 1.6;

  th,
  td {
    padding: 10px 16px;
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
    color: ${({ theme }) => theme.colors.neutral800};
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
`

const columns: Column[] = [
  ['时间', '20%'],
  ['查阅人', '28%'],
  ['做了什么', '16%'],
  ['查询编号，或者查了什么', '36%'],
]

/** The record of views on a desk. */
export function ViewTable({ rows }: { rows: ViewRow[] }) {
  return (
    <Table>
      <TableHead caption="查阅记录" columns={columns} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>{momentWords(row.at)}</td>
            <td>
              {row.name || row.account}
              {row.name && <Small>{row.account}</Small>}
            </td>
            <td>
              <Typography
                fontWeight={row.kind === viewKinds.refused ? 'bold' : 'regular'}
                textColor={row.kind === viewKinds.refused ? 'danger600' : 'neutral800'}
              >
                {row.kind}
              </Typography>
            </td>
            <td>{lookedAt(row)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
