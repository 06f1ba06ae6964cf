import { Box, Typography } from '@strapi/design-system'
import type { Leading as Told } from '../../contracts/cases/leading.ts'
import { LedCases, OwnSlots } from '../leading/LedCases'
import { noPost } from '../leading/LeadingPage'
import { useAnswer } from '../desk/use-answer'
import { Answered } from './Answered'

/** 包案和接访: what a leading official has taken on, what is due, and the next receptions. */
export default function Leading() {
  return (
    <Answered answer={useAnswer<Told>('/desk/officials/mine')} name="包案">
      {({ office, cases, slots }) =>
        office === null ? (
          <Typography>{noPost}</Typography>
        ) : (
          <Box width="100%">
            <LedCases cases={cases.slice(0, 8)} />
            <Box paddingTop={4}>
              <Typography tag="h3" variant="delta">
                接访
              </Typography>
              <OwnSlots slots={slots.slice(0, 3)} />
            </Box>
          </Box>
        )
      }
    </Answered>
  )
}
