import { longMoment } from '@portal/content/calendar/wording'
import { Box, Button, Field, Flex, Textarea, Typography } from '@strapi/design-system'
import { useState } from 'react'
import type { ProposalWords } from '../../contracts/papers/reply-page.ts'
import { Attachments } from '../case/petition/Attachments'
import { keptFiles } from '../files/kept-files'
import { useKeptFields } from '../saving/use-kept-fields'
import { Prose } from '../desk/Prose'

type Props = {
  documentId: string
  proposal: ProposalWords
  mayRead: boolean
  isBusy: boolean
  onStep: (step: object, said: string, done?: () => void) => Promise<boolean>
}

/** An opinion that waits for a second reader: read, then sent, or given back with a remark. */
export function SecondReader({ documentId, proposal, mayRead, isBusy, onStep }: Props) {
  const { fields, change, clear } = useKeptFields(`remark ${documentId}`, { remark: '' })
  const [isReturning, setReturning] = useState(fields.remark !== '')
  return (
    <Box paddingBottom={6}>
      <Typography tag="h2" variant="beta">
        {mayRead ? '请您审阅' : '已送审，等另一位工作人员审阅后发出'}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {`${proposal.writer}，${longMoment(proposal.at)}送审　${proposal.unit || proposal.body}`}
        {proposal.reason && `　更正的原因：${proposal.reason}`}
      </Typography>
      <Box paddingTop={3} paddingBottom={4}>
        <Prose>{proposal.text}</Prose>
      </Box>
      {proposal.files.length > 0 && (
        <Box paddingBottom={5}>
          <Typography tag="h3" variant="delta" style={{ paddingBottom: 8 }}>
            {`附件（${proposal.files.length} 个）`}
          </Typography>
          <Attachments documentId={documentId} files={keptFiles(proposal.files, proposal.at)} />
        </Box>
      )}
      {mayRead && !isReturning && (
        <Flex gap={3} wrap="wrap">
          <Button
            size="L"
            loading={isBusy}
            onClick={() =>
              void onStep({ kind: 'send-reply' }, '已经发出，信访人可以看到了。', clear)
            }
          >
            同意，发给信访人
          </Button>
          <Button size="L" variant="secondary" onClick={() => setReturning(true)}>
            退回修改
          </Button>
        </Flex>
      )}
      {mayRead && isReturning && (
        <Flex direction="column" alignItems="stretch" gap={3}>
          <Field.Root required>
            <Field.Label>退回的意见</Field.Label>
            <Textarea
              rows={4}
              value={fields.remark}
              onChange={(event) => change({ remark: event.target.value })}
            />
          </Field.Root>
          <Flex gap={3}>
            <Button
              loading={isBusy}
              disabled={fields.remark.trim() === ''}
              onClick={() =>
                void onStep(
                  { kind: 'return-reply', remark: fields.remark },
                  '已经退回给写的人。',
                  clear,
                )
              }
            >
              确认退回
            </Button>
            <Button variant="tertiary" onClick={() => setReturning(false)}>
              先不退回
            </Button>
          </Flex>
        </Flex>
      )}
    </Box>
  )
}
