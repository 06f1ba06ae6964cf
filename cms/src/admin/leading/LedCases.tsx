import { longDay } from '@portal/content/calendar/wording'
import { Box, Typography } from '@strapi/design-system'
import type { Leading } from '../../contracts/cases/leading.ts'
import { ledCaseAddress } from '../desk/addresses'
import { DeskLink } from '../links/DeskLink'

/** The cases that an official has taken on, what is due first in front. */
export function LedCases({ cases }: Pick<Leading, 'cases'>) {
  if (cases.length === 0) {
    return <Typography textColor="neutral600">现在没有包案的办件。</Typography>
  }
  return (
    <Box tag="ul" width="100%">
      {cases.map(({ documentId, title, state, dueOn, next, late, lastMetOn }) => (
        <Box key={documentId} tag="li" paddingTop={2} paddingBottom={2}>
          <Typography fontWeight="semiBold">
            <DeskLink to={ledCaseAddress(documentId)}>{title}</DeskLink>
          </Typography>
          <Typography tag="p" lineHeight={1.7} textColor={late ? 'danger600' : 'neutral800'}>
            {[state, dueOn && `包案到${longDay(dueOn)}`, next].filter(Boolean).join('　')}
          </Typography>
          <Typography tag="p" lineHeight={1.7} textColor="neutral600">
            {lastMetOn ? `上次见面 ${longDay(lastMetOn)}` : '还没有走访约谈'}
          </Typography>
        </Box>
      ))}
    </Box>
  )
}

/** The next receptions of an official, and what is to be heard at each. */
export function OwnSlots({ slots }: Pick<Leading, 'slots'>) {
  if (slots.length === 0) {
    return <Typography textColor="neutral600">一个月里没有接访安排。</Typography>
  }
  return (
    <Box tag="ul" width="100%">
      {slots.map(({ id, day, from, to, place, capacity, cases }) => (
        <Box key={id} tag="li" paddingTop={2} paddingBottom={2}>
          <Typography tag="p" fontWeight="semiBold">
            {`${longDay(day)} ${from}—${to}`}
          </Typography>
          <Typography tag="p" lineHeight={1.7} textColor="neutral600">
            {`${place}　登记 ${cases.length} 批${capacity ? `，最多 ${capacity} 批` : ''}`}
          </Typography>
          {cases.map(({ title, documentId }, place) => (
            <Typography key={place} tag="p" lineHeight={1.7}>
              {documentId ? <DeskLink to={ledCaseAddress(documentId)}>{title}</DeskLink> : title}
            </Typography>
          ))}
        </Box>
      ))}
    </Box>
  )
}
