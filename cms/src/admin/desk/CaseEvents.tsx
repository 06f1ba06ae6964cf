import { longMoment } from '@portal/content/calendar/wording'
import { Box, Flex, Typography } from '@strapi/design-system'
import type { Happening } from '../../contracts/cases/desk-state.ts'

/** Tells it, with the words that were added, beside what the clerk has written. */
export function CaseEvents({ events }: { events: Happening[] }) {
  return (
    <Box background="warning100" padding={3} hasRadius role="alert">
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography variant="pi" fontWeight="bold" tag="p">
          您写的时候，这一件有了变化，还没有提交。您写的都在下面。
        </Typography>
        {events.map(({ at, by, text, words }) => (
          <Box key={`${at}${text}`}>
            <Typography variant="pi" textColor="neutral700" tag="p">
              {`${longMoment(at)}　${by}`}
            </Typography>
            <Typography variant="pi" tag="p">
              {text}
            </Typography>
            {words && (
              <Typography variant="pi" tag="p" style={{ whiteSpace: 'pre-wrap', lineHeight: 1.7 }}>
                {words}
              </Typography>
            )}
          </Box>
        ))}
      </Flex>
    </Box>
  )
}
