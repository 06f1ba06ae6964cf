import { Box, Flex, Typography } from '@strapi/design-system'
import { useState } from 'react'
import { HowTo } from '../handbook/HowTo'
import { useAnswer } from '../desk/use-answer'
import { Answered } from './Answered'
import { DeskLink } from '../links/DeskLink'
import { Query } from '../missed-queries/Query'
import type { MissedState } from '../../contracts/publications/missed-queries.ts'
import { contentType } from '../../contracts/content-types.ts'

const empty: Record<MissedState['state'], string> = {
  on: '没有搜过五次以上还找不到的词。',
  off: '没有统计。要看大家搜什么没有找到，请在“网站设置”里打开“统计没有找到的搜索”。',
  away: '门户没有应答，暂时读不到。请稍后刷新页面。',
}

/** 没有找到的: what citizens sought and did not find, with what can be done about each. */
export default function Missed() {
  const [done, setDone] = useState('')
  return (
    <Answered answer={useAnswer<MissedState>('/desk/missed', done)} name="没有找到的词">
      {(missed) => <Queries missed={missed} done={done} onDone={setDone} />}
    </Answered>
  )
}

type Props = { missed: MissedState; done: string; onDone: (sentence: string) => void }

function Queries({ missed, done, onDone }: Props) {
  const { state, queries, groups, dead, may } = missed
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      <Typography variant="pi" textColor="success700" role="status">
        {done}
      </Typography>
      <HowTo chapter="missed" about="没有找到的" />
      {queries.length === 0 ? (
        <Typography textColor="neutral600">{empty[state]}</Typography>
      ) : (
        <Box tag="ul" aria-label="没有找到的词">
          {queries.map((query) => (
            <Query key={query.query} missed={query} groups={groups} may={may} onDone={onDone} />
          ))}
        </Box>
      )}
      {dead.length > 0 && (
        <Typography tag="p">
          同义词里有 {dead.length} 个词，网站上一处也没有：
          <DeskLink to={`/content-manager/collection-types/${contentType.synonym}`}>
            去核对
          </DeskLink>
        </Typography>
      )}
    </Flex>
  )
}
