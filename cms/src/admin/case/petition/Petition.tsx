import { longMoment } from '@portal/content/calendar/wording'
import { Box, Flex, Typography } from '@strapi/design-system'
import { appealLevels } from '@portal/content/schema/petition/appeal'
import type { LaterMessage } from '../../../contracts/cases/desk-state.ts'
import type { CasePage } from '../../../contracts/cases/page.ts'
import { Attachments } from './Attachments'
import { Part, Prose } from '../../desk/Prose'

function titleOf({ kind, level }: LaterMessage): string {
  if (kind === 'supplement') return '补充情况'
  return kind === 'withdrawal' ? '申请撤回' : `申请${appealLevels[level ?? 'review']}`
}

/** What the petitioner wrote, as a letter: the petition, what was added later, and what came with either. */
export function Petition({ page }: { page: CasePage }) {
  const { documentId, request, facts, attachments, laterMessages, evaluation } = page
  const later = new Set(laterMessages.flatMap((one) => one.attachments))
  const first = attachments.filter(({ id }) => !later.has(id))
  return (
    <>
      <Part name="信访事项">
        <Typography fontWeight="semiBold" textColor="neutral600" tag="h3">
          诉求
        </Typography>
        <Prose>{request}</Prose>
        <Typography fontWeight="semiBold" textColor="neutral600" tag="h3" paddingTop={2}>
          事实与理由
        </Typography>
        <Prose>{facts}</Prose>
      </Part>
      {first.length > 0 && (
        <Part name={`附件（${first.length} 个）`}>
          <Attachments documentId={documentId} files={first} />
        </Part>
      )}
      {(laterMessages.length > 0 || evaluation) && (
        <Part name="后来补充的">
          <Flex tag="ul" direction="column" alignItems="stretch" gap={5}>
            {laterMessages.map((one) => (
              <Box tag="li" key={`${one.at}${one.kind}`}>
                <Typography tag="p" textColor="neutral600">
                  {`${longMoment(one.at)}　${titleOf(one)}`}
                </Typography>
                <Prose>{one.text}</Prose>
                <Attachments
                  documentId={documentId}
                  files={attachments.filter(({ id }) => one.attachments.includes(id))}
                />
              </Box>
            ))}
            {evaluation && (
              <Box tag="li">
                <Typography tag="p" textColor="neutral600">
                  {`评价：${evaluation.word}`}
                </Typography>
                {evaluation.comment && <Prose>{evaluation.comment}</Prose>}
              </Box>
            )}
          </Flex>
        </Part>
      )}
    </>
  )
}
