import { kindName } from '@portal/content/attachments/kind-name'
import { inWords } from '@portal/content/attachments/limits'
import { formatReceiptNumber } from '@portal/content/characters/receipt-number'
import { shanghaiDay } from '@portal/content/calendar/day'
import { longDay } from '@portal/content/calendar/wording'
import { Box, Typography } from '@strapi/design-system'
import { composeOpinion } from '../../contracts/papers/opinion.ts'
import type { ReplyFields, ReplyPage } from '../../contracts/papers/reply-page.ts'
import { Prose } from '../desk/Prose'

const titles = {
  reply: '答复',
  'correct-reply': '答复',
  review: '复查意见',
  're-review': '复核意见',
}
const appeals = {
  review: '不同意答复的，您可以申请复查；没有意见的，不用做什么。',
  're-review': '不同意复查意见的，您可以申请复核；没有意见的，不用做什么。',
}

/** The words of the tracking page, in its order: where it stands, what may be done, and the opinion. */
export function CitizenView({ page, fields }: { page: ReplyPage; fields: ReplyFields }) {
  const { step, unit, body, parts, files } = fields
  const today = shanghaiDay(new Date())
  const by = step === 'review' || step === 're-review' ? body : unit || page.unit
  const said =
    step === 'reply' || step === 'correct-reply' ? '已经答复。' : `已经作出${titles[step]}。`
  const paragraphs = composeOpinion(step, parts)
    .split(/\n+/)
    .filter((one) => one.trim() !== '')
  return (
    <Box paddingTop={5}>
      <Typography tag="h2" variant="alpha">
        {page.title}
      </Typography>
      <Typography tag="p">{`查询编号 ${formatReceiptNumber(page.number)}`}</Typography>
      <Box paddingTop={5} paddingBottom={5}>
        <Typography tag="p" variant="beta">
          {`${by || '承办单位'}${said}`}
        </Typography>
        {page.appeal && (
          <Typography tag="p" style={{ fontSize: '1.6rem' }}>
            {`${appeals[page.appeal.level]}最后一天是 ${longDay(page.appeal.lastDay)}。`}
          </Typography>
        )}
      </Box>
      <Typography tag="h3" variant="beta">
        {titles[step]}
      </Typography>
      <Typography tag="p" textColor="neutral600">
        {`${by}　${longDay(today)}送达`}
      </Typography>
      {paragraphs.map((paragraph, index) => (
        <Prose key={index} style={{ marginTop: '0.8em' }}>
          {paragraph}
        </Prose>
      ))}
      {files.length > 0 && (
        <Box paddingTop={4}>
          <Typography tag="h3" variant="delta">
            {`附件（${files.length} 个）`}
          </Typography>
          <ul style={{ listStyle: 'none', padding: 0 }}>
            {files.map(({ id, name, type, bytes }) => (
              <li key={id} style={{ padding: '8px 0', overflowWrap: 'anywhere' }}>
                <Typography style={{ fontSize: '1.6rem' }}>{name}</Typography>
                <br />
                <Typography textColor="neutral600">
                  {`${kindName(type)}，${inWords(bytes)}`}
                </Typography>
              </li>
            ))}
          </ul>
        </Box>
      )}
    </Box>
  )
}
