import { longMoment } from '@portal/content/calendar/wording'
import { appealLevels } from '@portal/content/schema/petition/appeal'
import { Typography } from '@strapi/design-system'
import type { CasePage } from '../../../contracts/cases/page.ts'
import { Part, Prose } from '../../desk/Prose'

/** What the office has answered: the reply as it now stands, and the opinions of review and re-review. */
export function Answers({ reply, opinions }: Pick<CasePage, 'reply' | 'opinions'>) {
  return (
    <>
      {reply && (
        <Part name="答复">
          <Typography textColor="neutral600">
            {`${longMoment(reply.deliveredAt)}　${reply.unit}${reply.correctedAt ? `　${longMoment(reply.correctedAt)}更正` : ''}`}
          </Typography>
          <Prose>{reply.text}</Prose>
        </Part>
      )}
      {opinions.map(({ level, text, body, deliveredAt }) => (
        <Part key={level} name={`${appealLevels[level]}意见`}>
          <Typography textColor="neutral600">{`${longMoment(deliveredAt)}　${body}`}</Typography>
          <Prose>{text}</Prose>
        </Part>
      ))}
    </>
  )
}
