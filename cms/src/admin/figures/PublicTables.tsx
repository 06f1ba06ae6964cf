import type { PublicFigures } from '@portal/content/schema/entries/public-figures'
import { Box, Typography } from '@strapi/design-system'
import { styled } from 'styled-components'
import { Table } from './CountTable'

const Tables = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(260px, 1fr));
  align-items: start;
  gap: 24px;
  padding-top: 16px;
  width: 100%;
`

const hidden = '不显示'

/** A published share in words: as the site shows it. */
function shareWords(share: PublicFigures['indicators'][number]['share']): string {
  if ('over' in share) return `${share.over}% 以上`
  if ('under' in share) return `不到 ${share.under}%`
  return share.percent === null ? hidden : `${share.percent}%`
}

/** What citizens will see of a month. */
export function PublicTables({ record }: { record: PublicFigures }) {
  const parts = [
    ...record.tables.map(({ title, rows }) => ({ title, rows })),
    { title: '办理和督办', rows: record.done },
  ].map(({ title, rows }) => ({
    title,
    rows: rows.map(({ name, count }) => [name, count === null ? hidden : String(count)] as const),
  }))
  const shares = record.indicators.map(({ name, share }) => [name, shareWords(share)] as const)
  return (
    <Box width="100%" role="region" aria-label="公布的内容">
      <Typography tag="p" fontWeight="semiBold">
        {record.received === null
          ? '收到的少于 5 件，不公布分项。'
          : `收到信访事项 ${record.received} 件`}
      </Typography>
      <Tables>
        {[...parts, { title: '工作指标', rows: shares }].map(({ title, rows }) => (
          <Table key={title}>
            <thead>
              <tr>
                <th scope="col">{title}</th>
                <th scope="col">公布</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(([name, words]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{words}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        ))}
      </Tables>
    </Box>
  )
}
