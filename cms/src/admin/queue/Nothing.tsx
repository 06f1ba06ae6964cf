import { Box, Typography } from '@strapi/design-system'
import type { QueueAnswer } from '../../contracts/cases/queue.ts'
import { DeskLink } from '../links/DeskLink'
import { filterKeys, type Asked } from './question-address'

type Props = {
  answer: QueueAnswer
  asked: Asked
  allAddress: string
  /** Of the link to all: with it the search goes along. */
  state: unknown
  plainAddress: string
}

/** What is said where no case is on the page, and what to do then. */
export function Nothing({
  answer: { tab, tabs, found },
  asked,
  allAddress,
  state,
  plainAddress,
}: Props) {
  const name = tabs.find((one) => one.tab === tab)?.name ?? ''
  const elsewhere = tabs.find((one) => one.tab === 'all')?.count ?? 0
  const isNarrowed = Boolean(asked.q) || filterKeys.some((key) => asked[key])
  const isPast = found > 0
  return (
    <Box padding={7} background="neutral0" hasRadius role="status">
      <Typography tag="p">
        {isPast && '这一页没有办件了。'}
        {!isPast && isNarrowed && `“${name}”里没有找到这样的办件。`}
        {!isPast && !isNarrowed && (tab === 'all' ? '还没有办件。' : `没有“${name}”的办件。`)}
      </Typography>
      {!isPast && isNarrowed && elsewhere > 0 && tab !== 'all' && (
        <Typography tag="p" paddingTop={2}>
          <DeskLink to={allAddress} state={state}>
            全部办件里有 {elsewhere} 件
          </DeskLink>
        </Typography>
      )}
      {!isPast && isNarrowed && elsewhere === 0 && (
        <Typography tag="p" paddingTop={2} textColor="neutral700">
          可以少写几个词，或者取消筛选。<DeskLink to={plainAddress}>重新开始</DeskLink>
        </Typography>
      )}
    </Box>
  )
}
