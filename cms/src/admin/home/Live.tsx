import { longMoment } from '@portal/content/calendar/wording'
import { Flex, Typography } from '@strapi/design-system'
import { Faults } from '../live/Faults'
import { words } from '../live/progress-words'
import { Releases } from '../live/Releases'
import { useHome } from './use-home'

/** 网站现状: what citizens see, what is under way, and the way back to an earlier release. */
export default function Live() {
  const home = useHome()
  if (home === 'lost') return <Typography>读不到网站现状：请刷新页面。</Typography>
  if (!home) return <Typography textColor="neutral600">正在读取…</Typography>
  const { at, goneBack, last } = home.live
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
