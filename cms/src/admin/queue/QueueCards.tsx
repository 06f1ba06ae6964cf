import { formatReceiptNumber } from '@portal/content/characters/receipt-number'
import { Flex, Typography } from '@strapi/design-system'
import { styled } from 'styled-components'
import type { QueueRow } from '../../contracts/cases/queue.ts'
import { dayWords } from './due-words'
import { Duty, Marks, TitleLink } from './RowParts'
import { Tick } from './Tick'
import type { Ticks } from './use-ticks'

const Card = styled.li`
  padding: 16px;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 4px;
  background: ${({ theme }) => theme.colors.neutral0};
  overflow-wrap: anywhere;
`

const Facts = styled.dl`
  display: grid;
  grid-template-columns: 5em 1fr;
  gap: 4px 8px;
  margin-top: 8px;
  font-size: 14px;
  line-height: 1.6;

  dt {
    color: ${({ theme }) => theme.colors.neutral700};
  }

  dd {
    color: ${({ theme }) => theme.colors.neutral800};
  }
`

/** The cases of the queue on a telephone. @param ticks where cases can be ticked now */
export function QueueCards({ rows, ticks }: { rows: QueueRow[]; ticks: Ticks | null }) {
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3} aria-label="办件">
      {rows.map((row) => (
        <Card key={row.documentId}>
          <Flex gap={3} alignItems="flex-start">
            {ticks && <Tick row={row} ticks={ticks} />}
            <Typography tag="div" variant="epsilon" fontWeight="semiBold">
              <TitleLink row={row} />
            </Typography>
          </Flex>
          <Marks marks={row.marks} />
          <Facts>
            <dt>下一期限</dt>
            <dd>
              <Duty duty={row.duty} />
            </dd>
            <dt>状态</dt>
            <dd>{row.state}</dd>
            <dt>承办单位</dt>
            <dd>
              {row.units
                .map((unit, index) => (index === 0 ? unit : `${unit}（协办）`))
                .join('、') || '还没有'}
            </dd>
            <dt>信访人</dt>
            <dd>{row.petitioner}</dd>
            <dt>编号</dt>
            <dd>{formatReceiptNumber(row.number)}</dd>
            <dt>收到</dt>
            <dd>
              {dayWords(row.receivedOn)}，{row.category}
            </dd>
            <dt>问题</dt>
            <dd>
              {row.topic}，{row.region}
            </dd>
          </Facts>
        </Card>
      ))}
    </Flex>
  )
}
