import { Box, Flex, Typography } from '@strapi/design-system'
import { styled } from 'styled-components'
import { HowTo } from '../handbook/HowTo'
import { useAnswer } from '../desk/use-answer'
import { Answered } from './Answered'
import { DeskLink } from '../links/DeskLink'
import { calendarAddress, caseAddress, queueAddress, unitsAddress } from '../desk/addresses'
import type { DueCases } from '../../contracts/cases/desk-state.ts'

const Counts = styled.ul`
  display: flex;
  flex-wrap: wrap;
  gap: 4px 20px;
  margin-block: 4px 12px;
  font-size: 14px;
  line-height: 1.8;
  font-variant-numeric: tabular-nums;
`

/** 期限提醒: how many cases wait in each part of the queue, and those whose last day comes first. */
export default function Due() {
  return (
    <Answered answer={useAnswer<DueCases>('/desk/cases/due')} name="期限">
      {(due) => <Cases due={due} />}
    </Answered>
  )
}

/** Where else what is due is to be seen. */
function Ways() {
  return (
    <Flex gap={5} wrap="wrap" alignItems="center" paddingBottom={3}>
      <Typography>
        <DeskLink to={calendarAddress}>期限日历</DeskLink>
      </Typography>
      <Typography>
        <DeskLink to={unitsAddress}>各单位办理情况</DeskLink>
      </Typography>
      <HowTo chapter="clocks" about="期限提醒" />
    </Flex>
  )
}

function Waiting({ due: { tabs, unsettled, letters, reading } }: { due: DueCases }) {
  return (
    <>
      {reading !== null && (
        <Typography tag="p" textColor="warning700">
          正在读取办件（{reading.percent}%），数目还不全。
        </Typography>
      )}
      {unsettled > 0 && (
        <Typography tag="p">
          <DeskLink to={`${queueAddress}?unsettled=true`}>
            {unsettled} 件写到了单位，要先确认是不是被检举控告的
          </DeskLink>
        </Typography>
      )}
      {letters > 0 && (
        <Typography tag="p" textColor="warning700">
          {letters} 封督办函、提醒函还没有反馈
        </Typography>
      )}
      <Counts aria-label="各栏件数">
        {tabs.map(({ tab, name, count }) => (
          <li key={tab}>
            <DeskLink to={`${queueAddress}?tab=${tab}`}>
              {name} {count} 件
            </DeskLink>
          </li>
        ))}
      </Counts>
    </>
  )
}

function Cases({ due }: { due: DueCases }) {
  if (due.first.length === 0) {
    return (
      <Box width="100%">
        <Waiting due={due} />
        <Ways />
        <Typography textColor="neutral600">没有正在计算期限的办件。</Typography>
      </Box>
    )
  }
  return (
    <Box width="100%">
      <Waiting due={due} />
      <Ways />
      <Typography tag="p" fontWeight="semiBold" textColor={due.late ? 'danger600' : 'neutral800'}>
        {due.late ? `超过期限 ${due.late} 件，` : '没有超过期限的，'}七天内到期 {due.soon} 件
      </Typography>
      <Box tag="ul" width="100%">
        {due.first.map(({ documentId, title, clock, article, until, state }) => (
          <Box key={documentId} tag="li" paddingTop={2} paddingBottom={2}>
            <Typography fontWeight="semiBold">
              <DeskLink to={caseAddress(documentId)}>{title}</DeskLink>
            </Typography>
            <Flex gap={2} wrap="wrap">
              <Typography variant="pi" textColor="neutral600">
                {clock}（第 {article} 条）
              </Typography>
              <Typography variant="pi" textColor={state === 'late' ? 'danger600' : 'neutral800'}>
                {until}
              </Typography>
            </Flex>
          </Box>
        ))}
      </Box>
    </Box>
  )
}
