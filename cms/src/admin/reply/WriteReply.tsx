import { longMoment } from '@portal/content/calendar/wording'
import { mostReplyBytes } from '@portal/content/schema/petition/reply-files'
import { Box, Button, Flex, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useState } from 'react'
import type { Happening } from '../../contracts/cases/desk-state.ts'
import { partName, partOrder, type OpinionStep } from '../../contracts/papers/opinion.ts'
import type { ReplyFields, ReplyPage } from '../../contracts/papers/reply-page.ts'
import { CaseEvents } from '../desk/CaseEvents'
import { useFiles } from '../files/use-files'
import { LeaveWarning } from '../saving/LeaveWarning'
import { Actions } from './layout'
import { Preview } from './Preview'
import { ReplyForm } from './ReplyForm'
import { SavedLine } from './SavedLine'
import { SecondReader } from './SecondReader'
import { useReplyDraft } from './use-reply-draft'

type Props = {
  documentId: string
  page: ReplyPage
  /** What happened meanwhile, where the case has changed since it was read. */
  happened: Happening[]
  refusal: string
  isBusy: boolean
  /** Takes a step; `done` once it is taken, and whether it was. */
  onStep: (step: object, said: string, done?: () => void) => Promise<boolean>
}

const buttons: Record<OpinionStep, string> = {
  reply: '答复信访人',
  'correct-reply': '发出更正',
  review: '发出复查意见',
  're-review': '发出复核意见',
}
const sent: Record<OpinionStep, string> = {
  reply: '已经答复，信访人可以看到了。',
  'correct-reply': '已经更正，信访人看到的是更正后的全文。',
  review: '复查意见已经发出，信访人可以看到了。',
  're-review': '复核意见已经发出，信访人可以看到了。',
}

/** What an opinion still lacks, in words; '' where it can go out. */
function lackOf({ step, unit, body, reason, parts }: ReplyFields, page: ReplyPage): string {
  const missing = partOrder.filter((part) => parts[part].trim() === '')
  const words = missing.map((part) => partName(step, part))
  if (step === 'reply' && !unit && !page.unit) words.unshift('答复的单位')
  if ((step === 'review' || step === 're-review') && !body.trim()) words.unshift('作出意见的机关')
  if (step === 'correct-reply' && !reason.trim()) words.push('更正的原因')
  return words.length > 0 ? `还要写：${words.join('、')}。` : ''
}

/** Writes an opinion, lays it before a second reader where the office wants one, and sends it. */
export function WriteReply({ documentId, page, happened, refusal, isBusy, onStep }: Props) {
  const { put } = useFetchClient()
  const { fields, saving, write, settle, hold, release, finish } = useReplyDraft(documentId, page)
  const files = useFiles({
    name: `reply ${documentId}`,
    files: fields.files,
    mostBytes: mostReplyBytes,
    target: () => ({ address: `/desk/cases/${documentId}/files` }),
    onChange: (added) => write({ ...fields, files: added }),
  })
  const [isEditing, setEditing] = useState(page.proposal === null)
  const { step, unit, body, reason, parts } = fields
  const { proposal, returned, secondReader } = page
  const allowed = page.steps.includes(step)
  const isSending = files.sending.length > 0
  const lack = isSending ? '附件还在上传，传完再发。' : lackOf(fields, page)

  async function take() {
    await hold()
    const opinion = {
      kind: step,
      parts,
      files: fields.files,
      ...(step === 'reply' && unit ? { unit } : {}),
      ...(step === 'review' || step === 're-review' ? { body } : {}),
      ...(step === 'correct-reply' ? { reason } : {}),
    }
    const asked = secondReader ? { kind: 'propose-reply', proposed: opinion } : opinion
    const words = secondReader ? '已经送审，另一位工作人员审阅后发出。' : sent[step]
    if (!(await onStep(asked, words, finish))) release()
  }

  if (proposal && !isEditing) {
    return (
      <>
        {refusal && <Refused words={refusal} />}
        <SecondReader
          documentId={documentId}
          proposal={proposal}
          mayRead={page.mayRead}
          isBusy={isBusy}
          onStep={onStep}
        />
        <Button variant="tertiary" onClick={() => setEditing(true)}>
          {proposal.own ? '改写后重新送审' : '自己另写一份'}
        </Button>
      </>
    )
  }
  const isKept = saving.kind === 'saved' || saving.kind === 'nothing'
  const verb = secondReader ? '送审' : buttons[step]
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      {(!isKept || isSending) && (
        <LeaveWarning
          title="还没有保存到服务器"
          text="写的内容暂存在这个窗口：回到这一件还在，关掉窗口就没有了。"
        />
      )}
      {returned?.own && (
        <Box background="warning100" padding={4} hasRadius>
          <Typography tag="p" fontWeight="semiBold">
            {`${returned.by}，${longMoment(returned.returnedAt)}退回修改：`}
          </Typography>
          <Typography tag="p" style={{ whiteSpace: 'pre-wrap' }}>
            {returned.remark}
          </Typography>
        </Box>
      )}
      <ReplyForm page={page} fields={fields} files={files} onChange={write} />
      {happened.length > 0 && <CaseEvents events={happened} />}
      {refusal && <Refused words={refusal} />}
      {!allowed && (
        <Typography textColor="danger700" role="alert">
          {`这一件现在不能${verb}：状态已经变化。您写的还在，需要的可以复制到别处。`}
        </Typography>
      )}
      <Actions>
        {lack && (
          <Typography tag="p" variant="pi" textColor="neutral600" style={{ paddingBottom: 8 }}>
            {lack}
          </Typography>
        )}
        <Flex gap={3} wrap="wrap" alignItems="center">
          <Preview page={page} fields={fields} />
          {allowed && (
            <Button size="L" loading={isBusy} disabled={lack !== ''} onClick={() => void take()}>
              {happened.length > 0 ? `看过变化，${verb}` : verb}
            </Button>
          )}
          <SavedLine saving={saving} onSettle={settle} />
        </Flex>
      </Actions>
      {!allowed && page.draft && (
        <Button
          variant="tertiary"
          onClick={() => {
            finish()
            void put(`/desk/cases/${documentId}/draft`, { seen: 0, fields: null })
          }}
        >
          不要了，删去草稿
        </Button>
      )}
    </Flex>
  )
}

function Refused({ words }: { words: string }) {
  return (
    <Typography textColor="danger600" role="alert">
      {words}
    </Typography>
  )
}
