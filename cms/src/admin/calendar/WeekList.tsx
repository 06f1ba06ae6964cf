import { Box, Flex, Typography } from '@strapi/design-system'
import type { Calendar } from '../../contracts/cases/calendar.ts'
import { dayName, kindWords } from './day-words'
import { DueList } from './DueList'

/** A week, day after day, as a telephone shows it. */
export function WeekList({ days, items, today }: Pick<Calendar, 'days' | 'items' | 'today'>) {
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      {days.map(({ day, kind, due }) => {
        const name = dayName(day)
        const listed = items.filter(({ lastDay }) => lastDay === day)
        const notes = [day === today ? '今天' : '', kindWords[kind]].filter(Boolean)
        return (
          <Box tag="section" key={day} aria-label={name}>
            <Flex justifyContent="space-between" alignItems="baseline" gap={3}>
              <Typography
                tag="h2"
                variant="delta"
                textColor={day === today ? 'primary700' : 'neutral800'}
              >
                {notes.length > 0 ? `${name}（${notes.join('，')}）` : name}
              </Typography>
              <Typography textColor={due > 0 ? 'neutral800' : 'neutral600'}>
                {due > 0 ? `${due} 项` : '没有到期的'}
              </Typography>
            </Flex>
            {listed.length > 0 && <DueList items={listed} label={`${name}到期的`} />}
            {due > listed.length && (
              <Typography tag="p" paddingTop={2} textColor="neutral700">
                {`另有 ${due - listed.length} 项没有列出。`}
              </Typography>
            )}
          </Box>
        )
      })}
    </Flex>
  )
}
