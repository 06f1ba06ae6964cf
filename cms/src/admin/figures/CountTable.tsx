import { Typography, VisuallyHidden } from '@strapi/design-system'
import { styled } from 'styled-components'
import { changeWords, percentWords } from '../../contracts/figures/figure-words.ts'
import type { FigureRow, FiguresAnswer } from '../../contracts/figures/figures.ts'

export const Table = styled.table`
  width: 100%;
  border-collapse: collapse;
  font-size: 14px;
  line-height: 1.5;
  font-variant-numeric: tabular-nums;

  th,
  td {
    padding: 8px 10px;
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
    text-align: end;
    vertical-align: top;
    color: ${({ theme }) => theme.colors.neutral800};
  }
  th:first-child {
    padding-inline-start: 0;
    text-align: start;
    overflow-wrap: anywhere;
  }
  thead th {
    color: ${({ theme }) => theme.colors.neutral700};
    font-weight: 600;
  }
  thead th + th {
    word-break: keep-all;
  }
  tbody th {
    font-weight: 400;
  }

  @media (max-width: 600px) {
    th,
    td {
      padding-inline: 4px 0;
    }
  }
`

function Small({ children }: { children: string }) {
  return (
    <Typography tag="div" variant="pi" textColor="neutral600">
      {children}
    </Typography>
  )
}

/** A period as a heading, which may break after its year only. */
function Period({ name }: { name: string }) {
  const [year = '', ...rest] = name.split('年')
  return (
    <th scope="col">
      {year}年<wbr />
      {rest.join('年')}
    </th>
  )
}

type Props = Pick<FiguresAnswer, 'period' | 'before' | 'lastYear'> & {
  title: string
  rows: FigureRow[]
  /** What the counts are a share of; null where they are no parts of a whole. */
  whole: number | null
}

/** Counts with those of the period before and of a year ago. */
export function CountTable({ title, rows, whole, period, before, lastYear }: Props) {
  return (
    <Table>
      <caption>
        <VisuallyHidden>{title}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <Period name={period.name} />
          <Period name={before.name} />
          {lastYear && <Period name={lastYear.name} />}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            <td>
              {row.count}
              {whole !== null && <Small>{percentWords({ part: row.count, whole })}</Small>}
            </td>
            <td>
              {row.before}
              <Small>{changeWords(row.count, row.before)}</Small>
            </td>
            {lastYear && (
              <td>
                {row.lastYear}
                <Small>{changeWords(row.count, row.lastYear)}</Small>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
