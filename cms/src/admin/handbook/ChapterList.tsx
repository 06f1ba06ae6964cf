import { Box, Typography } from '@strapi/design-system'
import type { ListedBook } from '../../contracts/handbook.ts'
import { DeskLink } from '../links/DeskLink'
import { chapterAddress } from './addresses'

/** The chapters of a handbook, each with what it is for. */
export function ChapterList({ chapters }: Pick<ListedBook, 'chapters'>) {
  return (
    <Box tag="ol" width="100%">
      {chapters.map(({ id, title, summary }, index) => (
        <Box key={id} tag="li" paddingTop={2} paddingBottom={2}>
          <Typography tag="p" fontWeight="semiBold">
            <DeskLink to={chapterAddress(id)}>{`${index + 1}. ${title}`}</DeskLink>
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral700">
            {summary}
          </Typography>
        </Box>
      ))}
    </Box>
  )
}
