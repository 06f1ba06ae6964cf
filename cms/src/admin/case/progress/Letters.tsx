import { longDay, longMoment } from '@portal/content/calendar/wording'
import { Box, Flex, Typography } from '@strapi/design-system'
import type { LetterOnPage } from '../../../contracts/cases/deadlines.ts'
import { Part } from '../../desk/Prose'

/** The letters by which the bureau presses units, each with what the unit has answered, or that it is to answer. */
export function Letters({ letters }: { letters: LetterOnPage[] }) {
  if (letters.length === 0) return null
  return (
    <Part name="督办">
      <Flex tag="ul" direction="column" alignItems="stretch" gap={5} aria-label="督办函和提醒函">
        {letters.map(({ name, number, unit, reason, dueOn, at, by, answer }) => (
          <Box tag="li" key={number || at}>
            <Typography tag="p" fontWeight="semiBold" lineHeight={1.7}>
              {`${name}　${number}`}
            </Typography>
            <Typography tag="p" variant="pi" textColor="neutral700" lineHeight={1.7}>
              {`${longMoment(at)}　${by}发给${unit}`}
            </Typography>
            <Typography
              tag="p"
              lineHeight={1.7}
              style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
            >
              {reason}
            </Typography>
            {answer ? (
              <Box
                marginTop={2}
                paddingLeft={4}
                borderStyle="solid"
                borderColor="success500"
                borderWidth="0 0 0 3px"
              >
                <Typography tag="p" variant="pi" textColor="neutral700">
                  {`${longMoment(answer.at)}反馈`}
                </Typography>
                <Typography
                  tag="p"
                  lineHeight={1.7}
                  style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
                >
                  {answer.text}
                </Typography>
              </Box>
            ) : (
              <Typography tag="p" lineHeight={1.7} textColor="warning700" fontWeight="semiBold">
                {`请在${longDay(dueOn)}以前反馈，还没有反馈。`}
              </Typography>
            )}
          </Box>
        ))}
      </Flex>
    </Part>
  )
}
