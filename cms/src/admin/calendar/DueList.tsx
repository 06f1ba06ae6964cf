import { formatReceiptNumber } from '@portal/content/characters/receipt-number'
import { Box, Flex, Typography } from '@strapi/design-system'
import type { CalendarItem } from '../../contracts/cases/calendar.ts'
import { caseAddress } from '../desk/addresses'
import { DeskLink } from '../links/DeskLink'
import { leftWords, urgency } from '../queue/due-words'

const colours = { late: 'danger600', soon: 'warning700', calm: 'neutral800' } as const

/** What is due: whose, which clock, and how long there is; each leads to its case. */
export function DueList({ items, label }: { items: CalendarItem[]; label: string }) {
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={0} aria-label={label}>
      {items.map((item, index) => (
        <Box
          tag="li"
          key={`${item.documentId} ${item.clock} ${index}`}
          paddingTop={3}
          paddingBottom={3}
          borderStyle="solid"
          borderColor="neutral150"
          borderWidth="0 0 1px 0"
        >
          <Typography tag="div" fontWeight="semiBold" style={{ overflowWrap: 'anywhere' }}>
            <DeskLink to={caseAddress(item.documentId)}>{item.title || '（没有标题）'}</DeskLink>
          </Typography>
          <Typography tag="p" lineHeight={1.7}>
            {`${item.whose}：${item.clock}（第 ${item.article} 条）`}
          </Typography>
          <Flex gap={3} wrap="wrap">
            <Typography
              fontWeight={urgency(item) === 'calm' ? 'regular' : 'semiBold'}
              textColor={colours[urgency(item)]}
            >
              {leftWords(item)}
            </Typography>
            <Typography variant="pi" textColor="neutral700">
              {formatReceiptNumber(item.number)}
            </Typography>
          </Flex>
        </Box>
      ))}
    </Flex>
  )
}
