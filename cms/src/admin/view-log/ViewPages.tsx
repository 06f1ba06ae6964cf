import { Button, Flex, Typography } from '@strapi/design-system'
import type { ViewsAnswer } from '../../contracts/cases/view-log.ts'

type Props = {
  answer: Pick<ViewsAnswer, 'page' | 'pages' | 'found'>
  onPage: (page: number) => void
}

/** The way to the other pages of the record of views. */
export function ViewPages({ answer: { page, pages, found }, onPage }: Props) {
  return (
    <Flex tag="nav" aria-label="翻页" gap={4} wrap="wrap" justifyContent="space-between">
      <Typography textColor="neutral700">
        共 {found.toLocaleString('zh-CN')} 条，第 {page} 页，共 {pages.toLocaleString('zh-CN')} 页
      </Typography>
      <Flex gap={2}>
        {page > 1 && (
          <Button variant="tertiary" size="L" onClick={() => onPage(page - 1)}>
            上一页
          </Button>
        )}
        {page < pages && (
          <Button variant="tertiary" size="L" onClick={() => onPage(page + 1)}>
            下一页
          </Button>
        )}
      </Flex>
    </Flex>
  )
}
