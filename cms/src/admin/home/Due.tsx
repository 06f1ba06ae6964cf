import { Box, Flex, Typography } from '@strapi/design-system'
import { Answered, useAnswer } from './Answered'
import { DeskLink } from '../links/DeskLink'
import type { DueCases } from '../../contracts/case-desk.ts'
import { contentType } from '../../contracts/content-types.ts'

const cases = `/content-manager/collection-types/${contentType.case}`

/** 期限提醒: the cases whose last day comes first, the late ones on top. */
export default function Due() {
  return (
    <Answered answer={useAnswer<DueCases>('/desk/cases/due')} name="期限">
      {(due) => <Cases due={due} />}
    </Answered>
  )
}

function Cases({ due }: { due: DueCases }) {
  const unsettled = due.unsettled > 0 && (
    <Typography tag="p">
      <DeskLink to={`${cases}?filters[$and][0][unsettled][$eq]=true`}>
        {due.unsettled} 件写到了单位，要先确认是不是被检举控告的
      </DeskLink>
    </Typography>
  )
  if (due.first.length === 0) {
    return (
      <Box width="100%">
        {unsettled}
        <Typography textColor="neutral600">没有正在计算期限的办件。</Typography>
      </Box>
    )
  }
  return (
    <Box width="100%">
      {unsettled}
      <Typography tag="p" fontWeight="semiBold" textColor={due.late ? 'danger600' : 'neutral800'}>
        {due.late ? `超过期限 ${due.late} 件，` : '没有超过期限的，'}七天内到期 {due.soon} 件
      </Typography>
      <Box tag="ul" width="100%">
        {due.first.map(({ documentId, title, clock, article, until, state }) => (
          <Box key={documentId} tag="li" paddingTop={2} paddingBottom={2}>
            <Typography fontWeight="semiBold">
              <DeskLink to={`${cases}/${documentId}`}>{title}</DeskLink>
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
