import { longMoment } from '@portal/content/calendar/wording'
import { Box, Flex, Status, Typography } from '@strapi/design-system'
import { next } from './forms'
import type { EditionPanelState, WorkflowState } from '../../contracts/publications/editions.ts'

const colours: {
  [S in WorkflowState]: 'secondary' | 'danger' | 'alternative' | 'primary' | 'success'
} = {
  draft: 'secondary',
  returned: 'danger',
  submitted: 'alternative',
  approved: 'primary',
  scheduled: 'primary',
  published: 'success',
  withdrawn: 'secondary',
}

/** Where an entry stands, in words: the draft's state, what citizens see, and what the clock will do. */
export function EditionState({ view }: { view: EditionPanelState }) {
  const { state, word, live, publishAt, resumeAt, withdrawAt, failure, steps } = view
  const returned = state === 'returned' && steps.find((step) => step.word === '退回修改')
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Flex gap={2} justifyContent="space-between">
        <Status variant={colours[state]} size="S">
          <Typography fontWeight="bold" data-testid="edition-state">
            {word}
          </Typography>
        </Status>
        <Typography variant="pi" textColor="neutral600">
          {live === null ? '网站上没有' : `网站上是第 ${live} 版`}
        </Typography>
      </Flex>
      <Typography variant="pi">{next[state]}</Typography>
      {publishAt && <Typography variant="pi">{`定于 ${longMoment(publishAt)} 发布。`}</Typography>}
      {publishAt && (
        <Typography variant="pi">
          现在改动，要重新审核；审核通过后仍按这个时间发布，到时还没通过就不发布。
        </Typography>
      )}
      {resumeAt && (
        <Box background="warning100" padding={3} hasRadius role="note">
          <Typography variant="pi">
            {`原定 ${longMoment(resumeAt)} 发布，改动以后要重新审核：在这之前审核通过的，仍按时发布；到时没有通过的，不发布。`}
          </Typography>
        </Box>
      )}
      {withdrawAt && (
        <Typography variant="pi">{`定于 ${longMoment(withdrawAt)} 撤下。`}</Typography>
      )}
      {returned && <Notice title={`${returned.who}的退回意见`} text={returned.reason ?? ''} />}
      {failure && <Notice title="定时发布没有成功" text={failure} />}
    </Flex>
  )
}

function Notice({ title, text }: { title: string; text: string }) {
  return (
    <Box background="danger100" padding={3} hasRadius role="note">
      <Typography variant="pi" fontWeight="bold" tag="p">
        {title}
      </Typography>
      <Typography variant="pi" tag="p">
        {text}
      </Typography>
    </Box>
  )
}
