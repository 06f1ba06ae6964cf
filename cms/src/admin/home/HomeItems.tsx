import { longMoment } from '@portal/content/calendar/wording'
import { Box, Flex, Typography } from '@strapi/design-system'
import { DeskLink } from '../links/DeskLink'
import { editAddress } from '../live/progress-words'
import { Answered, useHome } from './Answered'
import type { HomeItem } from '../../contracts/home.ts'

/** Entries to open, each with its kind, its state and a moment. */
export function Items({ items, empty }: { items: HomeItem[]; empty: string }) {
  if (items.length === 0) return <Typography textColor="neutral600">{empty}</Typography>
  return (
    <Box tag="ul" width="100%">
      {items.map((item) => (
        <Box key={item.documentId} tag="li" paddingTop={2} paddingBottom={2}>
          <Typography fontWeight="semiBold">
            <DeskLink to={editAddress(item.uid, item.documentId)}>{item.title}</DeskLink>
          </Typography>
          <Flex gap={2} wrap="wrap">
            <Typography variant="pi" textColor="neutral600">
              {item.type}
            </Typography>
            <Typography variant="pi">{item.word}</Typography>
            <Typography variant="pi" textColor="neutral600">
              {longMoment(item.at)}
            </Typography>
          </Flex>
        </Box>
      ))}
    </Box>
  )
}

/** 等我办的: what waits for this person. */
export function Waiting() {
  return (
    <Answered answer={useHome()} name="待办">
      {({ waiting }) => <Items items={waiting} empty="没有等您办的内容。" />}
    </Answered>
  )
}

/** 定时发布: what will go live by itself. */
export function Scheduled() {
  return (
    <Answered answer={useHome()} name="定时安排">
      {({ scheduled }) => <Items items={scheduled} empty="没有定时发布的内容。" />}
    </Answered>
  )
}
