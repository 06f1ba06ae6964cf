import { longDay } from '@portal/content/calendar/wording'
import { Box, Flex, Typography } from '@strapi/design-system'
import type { CasePage } from '../../../contracts/cases/page.ts'
import { Part } from '../../desk/Prose'

/** The units that have the case: who is in the lead, what was written to each, and what it has advised. */
export function Holders({ referrals }: CasePage['desk']) {
  if (referrals.length === 0) return null
  return (
    <Part name="承办单位">
      <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
        {referrals.map(({ unit, lead, note, dueOn, advice }) => (
          <Box tag="li" key={unit}>
            <Typography tag="p" fontWeight="semiBold">
              {`${unit}（${lead ? '主办' : '会办'}）`}
            </Typography>
            {dueOn && <Typography tag="p" variant="pi">{`${longDay(dueOn)}以前反馈`}</Typography>}
            {note && (
              <Typography tag="p" lineHeight={1.7}>
                {note}
              </Typography>
            )}
            {advice && (
              <Typography tag="p" lineHeight={1.7} style={{ whiteSpace: 'pre-wrap' }}>
                {`会办意见：${advice}`}
              </Typography>
            )}
          </Box>
        ))}
      </Flex>
    </Part>
  )
}
