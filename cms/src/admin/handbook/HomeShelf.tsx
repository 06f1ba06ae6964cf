import { Flex, Typography } from '@strapi/design-system'
import type { ListedBook } from '../../contracts/handbook.ts'
import { useAnswer } from '../desk/use-answer'
import { Answered } from '../home/Answered'
import { DeskLink } from '../links/DeskLink'
import { bookAddress, handbookAddress } from './addresses'

/** 怎么用 on the home page: one's own handbooks. */
export default function HomeShelf() {
  return (
    <Answered answer={useAnswer<ListedBook[]>('/desk/handbook')} name="手册">
      {(books) => (
        <Flex direction="column" alignItems="stretch" gap={3} width="100%">
          {books
            .filter(({ mine }) => mine)
            .map(({ id, name, chapters }) => (
              <div key={id}>
                <Typography tag="p" fontWeight="semiBold">
                  <DeskLink to={bookAddress(id)}>{name}</DeskLink>
                </Typography>
                <Typography tag="p" variant="pi" textColor="neutral700" lineHeight={1.7}>
                  {chapters.map(({ title }) => title).join('、')}
                </Typography>
              </div>
            ))}
          <Typography tag="p">
            <DeskLink to={handbookAddress}>全部手册</DeskLink>
          </Typography>
        </Flex>
      )}
    </Answered>
  )
}
