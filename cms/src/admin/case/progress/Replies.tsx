import { longMoment } from '@portal/content/calendar/wording'
import { appealLevels } from '@portal/content/schema/petition/appeal'
import type { Attachment } from '@portal/content/schema/petition/attachment'
import { Typography } from '@strapi/design-system'
import type { CasePage } from '../../../contracts/cases/page.ts'
import { keptFiles } from '../../files/kept-files'
import { Attachments } from '../petition/Attachments'
import { Part, Prose } from '../../desk/Prose'

/** What the office has answered: the reply as it now stands, and the opinions of review and re-review. */
export function Answers({
  documentId,
  reply,
  opinions,
}: Pick<CasePage, 'documentId' | 'reply' | 'opinions'>) {
  const attached = (files: Attachment[] = [], at: string) => (
    <Attachments documentId={documentId} files={keptFiles(files, at)} />
  )
  return (
    <>
      {reply && (
        <Part name="答复">
          <Typography textColor="neutral600">
            {`${longMoment(reply.deliveredAt)}　${reply.unit}${reply.correctedAt ? `　${longMoment(reply.correctedAt)}更正` : ''}`}
          </Typography>
          <Prose>{reply.text}</Prose>
          {attached(reply.files, reply.deliveredAt)}
        </Part>
      )}
      {opinions.map(({ level, text, body, deliveredAt, files }) => (
        <Part key={level} name={`${appealLevels[level]}意见`}>
          <Typography textColor="neutral600">{`${longMoment(deliveredAt)}　${body}`}</Typography>
          <Prose>{text}</Prose>
          {attached(files, deliveredAt)}
        </Part>
      ))}
    </>
  )
}
