import { Typography, VisuallyHidden } from '@strapi/design-system'
import { styled } from 'styled-components'
import type { ViewRow } from '../../contracts/case-views.ts'
import { viewKinds } from '../../contracts/case-views.ts'
import { Small } from '../queue/RowParts'
import { lookedAt, momentWords } from './words'

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

const columns: [name: string, width: string][] = [
  ['时间', '20%'],
  ['查阅人', '28%'],
  ['做了什么', '16%'],
  ['查询编号，或者查了什么', '36%'],
]

/** The record of views on a desk. */
export function ViewTable({ rows }: { rows: ViewRow[] }) {
  return (
    <Table>
      <caption>
        <VisuallyHidden>查阅记录</VisuallyHidden>
      </caption>
      <colgroup>
        {columns.map(([name, width]) => (
          <col key={name} style={{ width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(([name]) => (
            <th key={name} scope="col">
              <Typography variant="pi" fontWeight="bold" textColor="neutral700">
                {name}
              </Typography>
            </th>
          ))}
        </tr>
      </thead>
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
