import { longMoment } from '@portal/content/calendar/wording'
import { Box, Flex, Typography } from '@strapi/design-system'
import { useField } from '@strapi/strapi/admin'
import type { ReactNode } from 'react'
import { Files } from './Files'
import type { Opinion, FollowUp, KeptAttachment, CaseStep } from '../../contracts/case-desk.ts'

type Part = 'steps' | 'attachments' | 'followUps' | 'opinions'
type Props = { name: string; label: string; attribute: { options?: { part?: Part } } }

const levels = { review: '复查', 're-review': '复核' }

/** One thing that was written down: what and when, then its words. */
function Entry({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box tag="li" paddingLeft={3} borderColor="neutral200" borderWidth="0 0 0 2px">
      <Typography tag="p" variant="pi" textColor="neutral600">
        {title}
      </Typography>
      {children}
    </Box>
  )
}

/** Words with the lines in which they were written. */
function Words({ text }: { text: string }) {
  return (
    <Typography tag="p" style={{ whiteSpace: 'pre-wrap', lineHeight: 1.7 }}>
      {text}
    </Typography>
  )
}

function titleOf({ kind, level }: FollowUp): string {
  switch (kind) {
    case 'supplement':
      return '补充情况'
    case 'withdrawal':
      return '申请撤回'
    case 'appeal':
      return `申请${level ? levels[level] : '复查'}`
  }
}

/** Files that came with the petition itself; the others stand with what they came with. */
function firstFiles(files: KeptAttachment[], followUps: FollowUp[]): KeptAttachment[] {
  const later = new Set(followUps.flatMap(({ attachments }) => attachments))
  return files.filter(({ id }) => !later.has(id))
}

/** A list that a case has gathered, as one reads it. Nothing here can be edited. */
function CasePart({ name, label, attribute }: Props) {
  const { value } = useField<unknown[] | null>(name)
  const { value: allFiles } = useField<KeptAttachment[] | null>('attachments')
  const { value: allFollowUps } = useField<FollowUp[] | null>('followUps')
  const files = allFiles ?? []
  const entries = () => {
    switch (attribute.options?.part) {
      case 'steps':
        return ((value ?? []) as CaseStep[]).map(({ at, text, by }, index) => (
          <Entry key={index} title={`${longMoment(at)}　${by}`}>
            <Words text={text} />
          </Entry>
        ))
      case 'followUps':
        return ((value ?? []) as FollowUp[]).map((followUp, index) => (
          <Entry key={index} title={`${longMoment(followUp.at)}　${titleOf(followUp)}`}>
            <Words text={followUp.text} />
            <Files files={files.filter(({ id }) => followUp.attachments.includes(id))} />
          </Entry>
        ))
      case 'opinions':
        return ((value ?? []) as Opinion[]).map(({ level, body, deliveredAt, text }) => (
          <Entry key={level} title={`${longMoment(deliveredAt)}　${body}　${levels[level]}意见`}>
            <Words text={text} />
          </Entry>
        ))
      default: {
        const first = firstFiles(files, allFollowUps ?? [])
        return first.length > 0 ? [<Files key="files" files={first} />] : []
      }
    }
  }
  const shown = entries()
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography variant="pi" fontWeight="bold">
        {label}
      </Typography>
      {shown.length > 0 ? (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
          {shown}
        </Flex>
      ) : (
        <Typography textColor="neutral600">没有</Typography>
      )}
    </Flex>
  )
}

export default CasePart
