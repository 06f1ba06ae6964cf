import { Box, Typography } from '@strapi/design-system'
import type { ViewsToday } from '../../contracts/cases/view-log.ts'
import { viewsAddress } from '../desk/addresses'
import { DeskLink } from '../links/DeskLink'
import { Answered } from './Answered'
import { useAnswer } from '../desk/use-answer'

/** 查阅记录: how often cases were looked at today, and how often that was refused. */
export default function Views() {
  return (
    <Answered answer={useAnswer<ViewsToday>('/desk/views/today')} name="查阅记录">
      {({ views, refused }) => (
        <Box width="100%">
          <Typography tag="p" lineHeight={1.8}>
            今天查阅 {views.toLocaleString('zh-CN')} 次
            {refused > 0 ? `，被拒绝 ${refused.toLocaleString('zh-CN')} 次` : '，没有被拒绝的'}。
          </Typography>
          <Typography tag="p" paddingTop={2}>
            <DeskLink to={viewsAddress}>打开查阅记录</DeskLink>
          </Typography>
        </Box>
      )}
    </Answered>
  )
}
