import { longMoment } from '@portal/content/calendar/wording'
import { Flex, Typography } from '@strapi/design-system'
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

function Shown({ at, goneBack, last }: Home['live']) {
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
      {last && last.state !== 'live' && (
        <Typography textColor={last.state === 'failed' ? 'danger700' : 'neutral800'}>
          最近一次发布：{words[last.state].word}。
        </Typography>
      )}
      {last?.state === 'failed' && <Faults faults={last.faults} />}
      <Releases failed={last?.state === 'failed'} />
    </Flex>
  )
}
