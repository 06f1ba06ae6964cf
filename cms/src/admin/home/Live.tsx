import { longMoment } from '@portal/content/calendar/wording'
import { Box, Flex, Typography } from '@strapi/design-system'
import { HowTo } from '../handbook/HowTo'
import { Faults } from '../live/Faults'
import { words } from '../live/progress-words'
import { Releases } from '../live/Releases'
import { Answered, useHome } from './Answered'
import type { Home } from '../../contracts/home.ts'

/** 网站现状: what citizens see, what is under way, and the way back to an earlier release. */
export default function Live() {
  return (
    <Answered answer={useHome()} name="网站现状">
      {({ live }) => <Shown {...live} />}
    </Answered>
  )
}

function Shown({ at, goneBack, last, held }: Home['live']) {
  const isBroken = last?.state === 'failed' && held.length === 0

  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Typography>
        {at ? `网站现在是 ${longMoment(at)} 生成的版本。` : '网站还没有生成过版本。'}
      </Typography>
      {goneBack && (
        <Typography textColor="warning700">
          这是较早的版本，每天的自动更新已暂停。再发布任何内容，都会按现在的内容生成新版。
        </Typography>
      )}
      {last && last.state !== 'live' && (last.state !== 'failed' || isBroken) && (
        <Typography textColor={last.state === 'failed' ? 'danger700' : 'neutral800'}>
          最近一次发布：{words[last.state].word}。
        </Typography>
      )}
      {isBroken && <Faults faults={last.faults} />}
      {held.length > 0 && (
        <Box role="group" aria-label="没有上线的内容">
          <Typography tag="p" fontWeight="semiBold" textColor="danger700">
            有内容没有上线，其余照常。网站上仍是它们上一个能用的版本：
          </Typography>
          <Faults faults={held} />
        </Box>
      )}
      <HowTo chapter="earlier" about="网站现状" />
      <Releases failed={last?.state === 'failed' || held.length > 0} />
    </Flex>
  )
}
