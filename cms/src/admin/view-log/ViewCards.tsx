import { Flex, Typography } from '@strapi/design-system'
import { styled } from 'styled-components'
import { viewKinds, type ViewRow } from '../../contracts/cases/view-log.ts'
import { Small } from '../queue/RowParts'
import { lookedAt, momentWords } from './view-words'

const Card = styled.li`
  padding: 12px 16px;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 4px;
  background: ${({ theme }) => theme.colors.neutral0};
  overflow-wrap: anywhere;
`

/** The record of views on a telephone. */
export function ViewCards({ rows }: { rows: ViewRow[] }) {
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2} aria-label="查阅记录">
      {rows.map((row) => (
        <Card key={row.id}>
          <Typography
            tag="div"
            fontWeight="semiBold"
            textColor={row.kind === viewKinds.refused ? 'danger600' : 'neutral800'}
          >
            {`${row.name || row.account}　${row.kind}`}
          </Typography>
          <Typography tag="div" style={{ fontVariantNumeric: 'tabular-nums', lineHeight: 1.7 }}>
            {lookedAt(row)}
          </Typography>
          <Small>{[momentWords(row.at), ...(row.name ? [row.account] : [])].join('　')}</Small>
        </Card>
      ))}
    </Flex>
  )
}
