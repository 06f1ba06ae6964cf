import { Flex } from '@strapi/design-system'
import type { ListedBook } from '../../contracts/handbook.ts'
import { DeskPage } from '../desk/DeskPage'
import { Part } from '../desk/Prose'
import { useAnswer } from '../desk/use-answer'
import { Answered } from '../home/Answered'
import { ChapterList } from './ChapterList'

/** 怎么用: the handbooks, one's own first. */
export default function ShelfPage() {
  return (
    <DeskPage title="怎么用" back={{ to: '/', words: '首页' }}>
      <Answered answer={useAnswer<ListedBook[]>('/desk/handbook')} name="手册">
        {(books) => (
          <Flex direction="column" alignItems="stretch" gap={5} width="100%">
            {[...books]
              .sort((a, b) => Number(b.mine) - Number(a.mine))
              .map((book) => (
                <Part key={book.id} name={book.name}>
                  <ChapterList chapters={book.chapters} />
                </Part>
              ))}
          </Flex>
        )}
      </Answered>
    </DeskPage>
  )
}
