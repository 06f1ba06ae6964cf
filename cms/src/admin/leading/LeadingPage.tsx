import { Flex, Typography } from '@strapi/design-system'
import type { Leading } from '../../contracts/cases/leading.ts'
import { DeskPage } from '../desk/DeskPage'
import { Part } from '../desk/Prose'
import { useAnswer } from '../desk/use-answer'
import { Answered } from '../home/Answered'
import { LedCases, OwnSlots } from './LedCases'

/** Said to an account of nobody whose post is known. */
export const noPost = '这个账号还没有对应的职务：请办件人员在“包案领导”里填上您的登录邮箱。'

/** A leading official's own page: the cases taken on, and the next receptions. */
export default function LeadingPage() {
  return (
    <DeskPage help="leading" title="包案和接访">
      <Answered answer={useAnswer<Leading>('/desk/officials/mine')} name="包案">
        {({ office, cases, slots }) =>
          office === null ? (
            <Typography>{noPost}</Typography>
          ) : (
            <Flex direction="column" alignItems="stretch" gap={5} width="100%">
              <Part name={`${office}包案的办件`}>
                <LedCases cases={cases} />
              </Part>
              <Part name="接访安排">
                <OwnSlots slots={slots} />
              </Part>
            </Flex>
          )
        }
      </Answered>
    </DeskPage>
  )
}
