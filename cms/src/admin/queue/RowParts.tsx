import { Flex, Typography } from '@strapi/design-system'
import { Clock, WarningCircle } from '@strapi/icons'
import { styled } from 'styled-components'
import type { QueueDuty, QueueRow } from '../../contracts/cases/queue.ts'
import { caseAddress } from '../desk/addresses'
import { DeskLink } from '../links/DeskLink'
import { dayWords, leftWords, urgency } from './due-words'
import { rowLink } from './use-queue-keys'

const Mark = styled.span`
  padding: 0 6px;
  border: 1px solid ${({ theme }) => theme.colors.warning500};
  border-radius: 4px;
  background: ${({ theme }) => theme.colors.warning100};
  color: ${({ theme }) => theme.colors.warning700};
  font-size: 12px;
  line-height: 20px;
  white-space: nowrap;
`

const Icon = styled.span<{ $colour: 'danger600' | 'warning600' }>`
  display: inline-flex;
  margin-inline-end: 4px;
  vertical-align: -2px;

  svg {
    width: 14px;
    height: 14px;
    fill: ${({ theme, $colour }) => theme.colors[$colour]};
  }
`

/** What stands below in a row. */
export const Small = styled.div`
  color: ${({ theme }) => theme.colors.neutral700};
  font-size: 13px;
  font-variant-numeric: tabular-nums;
  line-height: 1.6;
`

/** What is to be noticed of a case. */
export function Marks({ marks }: Pick<QueueRow, 'marks'>) {
  if (marks.length === 0) return null
  return (
    <Flex gap={1} wrap="wrap" paddingTop={1}>
      {marks.map((mark) => (
        <Mark key={mark}>{mark}</Mark>
      ))}
    </Flex>
  )
}

/** The title of a case, which leads to it. */
export function TitleLink({ row: { documentId, title } }: { row: QueueRow }) {
  return (
    <DeskLink to={caseAddress(documentId)} {...rowLink}>
      {title || '（没有标题）'}
    </DeskLink>
  )
}

/** How long there is, with a sign where it is late or soon will be. */
export function Left({ duty }: { duty: QueueDuty }) {
  const how = urgency(duty)
  const colour = { late: 'danger600', soon: 'warning700', calm: 'neutral800' }[how]
  return (
    <Typography fontWeight={how === 'calm' ? 'regular' : 'bold'} textColor={colour}>
      {how === 'late' && (
        <Icon $colour="danger600">
          <WarningCircle aria-hidden />
        </Icon>
      )}
      {how === 'soon' && (
        <Icon $colour="warning600">
          <Clock aria-hidden />
        </Icon>
      )}
      {leftWords(duty)}
    </Typography>
  )
}

/** What is owed next, by whom and by when. */
export function Duty({ duty }: { duty: QueueDuty | null }) {
  if (duty === null) return <Typography textColor="neutral600">没有期限在走</Typography>
  const { name, whose, lastDay, alarm } = duty
  return (
    <Flex direction="column" alignItems="flex-start">
      <Left duty={duty} />
      <Small>最迟{dayWords(lastDay)}</Small>
      <Small>
        {whose}：{name}
      </Small>
      {alarm !== null && (
        <Typography variant="pi" textColor="danger600">
          {alarm}
        </Typography>
      )}
    </Flex>
  )
}
