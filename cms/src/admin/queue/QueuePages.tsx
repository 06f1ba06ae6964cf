import { Flex, Typography } from '@strapi/design-system'
import type { QueueAnswer } from '../../contracts/cases/queue.ts'
import { DeskLink } from '../links/DeskLink'

type Props = {
  answer: Pick<QueueAnswer, 'page' | 'pages' | 'found'>
  addressOf: (page: number) => string
  /** Of the links: with it the search goes along. */
  state: unknown
}

/** The way to the other pages of the queue. */
export function QueuePages({ answer: { page, pages, found }, addressOf, state }: Props) {
  return (
    <Flex tag="nav" aria-label="翻页" gap={4} wrap="wrap" justifyContent="space-between">
      <Typography textColor="neutral700">
        共 {found.toLocaleString('zh-CN')} 件，第 {page} 页，共 {pages} 页
      </Typography>
      <Flex gap={5}>
        {page > 1 && (
          <Typography>
            <DeskLink to={addressOf(page - 1)} state={state}>
              上一页
            </DeskLink>
          </Typography>
        )}
        {page < pages && (
          <Typography>
            <DeskLink to={addressOf(page + 1)} state={state}>
              下一页
            </DeskLink>
          </Typography>
        )}
      </Flex>
    </Flex>
  )
}
