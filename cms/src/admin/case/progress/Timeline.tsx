import { longMoment } from '@portal/content/calendar/wording'
import { Box, Flex, Typography } from '@strapi/design-system'
import type { CasePage } from '../../../contracts/cases/page.ts'
import { Part } from '../../desk/Prose'

/** Longer words, which mostly stand beside as well, are folded. */
const long = 60

/** What happened to the case, the newest first, each with who and when; and whether all of it is there. */
export function Timeline({ page }: { page: CasePage }) {
  const { events, desk } = page
  return (
    <Part name="办理过程">
      <Flex tag="ol" reversed direction="column" alignItems="stretch" gap={4}>
        {[...events].reverse().map(({ sequence, at, by, text, words, internal, note }) => (
          <Box
            tag="li"
            key={sequence}
            paddingLeft={4}
            borderStyle="solid"
            borderColor={note ? 'warning500' : internal ? 'neutral300' : 'primary500'}
            borderWidth="0 0 0 3px"
          >
            <Flex gap={2} wrap="wrap" alignItems="baseline">
              <Typography variant="pi" textColor="neutral600">
                {`${longMoment(at)}　${by}`}
              </Typography>
              {internal && (
                <Typography variant="pi" fontWeight="semiBold" textColor="neutral700">
                  内部
                </Typography>
              )}
            </Flex>
            <Typography tag="p" lineHeight={1.7} style={{ overflowWrap: 'anywhere' }}>
              {text}
            </Typography>
            {words && (note || words.length <= long) && (
              <Typography
                tag="p"
                textColor="neutral700"
                lineHeight={1.7}
                style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
              >
                {words}
              </Typography>
            )}
            {words && !note && words.length > long && (
              <details>
                <summary>
                  <Typography tag="span" textColor="primary700">
                    看全文
                  </Typography>
                </summary>
                <Typography
                  tag="p"
                  textColor="neutral700"
                  lineHeight={1.7}
                  style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
                >
                  {words}
                </Typography>
              </details>
            )}
          </Box>
        ))}
      </Flex>
      {desk.record.intact ? (
        <Typography variant="pi" textColor="neutral600">
          {`✓ 记录完整，共 ${desk.record.events} 条`}
        </Typography>
      ) : (
        <Typography textColor="danger600" role="alert">
          记录不完整：这一件的记录被改动过，或者缺了，不能再办理。请告诉系统管理员。
        </Typography>
      )}
    </Part>
  )
}
