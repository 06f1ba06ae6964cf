import { Box, Flex, Typography } from '@strapi/design-system'
import type { CaseClock } from '../../../contracts/cases/desk-state.ts'
import { Part } from '../../desk/Prose'

const colours = {
  done: 'neutral600',
  running: 'neutral800',
  late: 'danger600',
  passed: 'neutral600',
} as const
const marks = { done: '✓', running: '○', late: '！', passed: '—' } as const

/** The clocks of a case: who must act, by when, and how that stands to today. */
export function Clocks({ clocks }: { clocks: CaseClock[] }) {
  return (
    <Part name="期限">
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3} aria-label="期限">
        {clocks.map(({ name, whose, article, until, state, alarm }) => (
          <Flex tag="li" key={`${whose}${name}${until}`} alignItems="flex-start" gap={2}>
            <Typography textColor={colours[state]} aria-hidden>
              {marks[state]}
            </Typography>
            <Box>
              <Typography
                tag="p"
                fontWeight={state === 'done' ? 'regular' : 'semiBold'}
                textColor={colours[state]}
              >
                {whose}：{name}
              </Typography>
              <Typography tag="p" variant="pi" textColor={colours[state]}>
                {until}（第 {article} 条）
              </Typography>
              {alarm && (
                <Typography tag="p" variant="pi" textColor="warning700" role="alert">
                  {alarm}
                </Typography>
              )}
            </Box>
          </Flex>
        ))}
      </Flex>
    </Part>
  )
}
