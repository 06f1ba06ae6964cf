import { Button } from '@strapi/design-system'
import { useEffect } from 'react'
import { Navigate, useLocation, useParams } from 'react-router-dom'
import { books, type BookName } from '@portal/content/schema/handbook'
import type { ShownBook } from '../../contracts/handbook.ts'
import { DeskPage } from '../desk/DeskPage'
import { Part } from '../desk/Prose'
import { useAnswer } from '../desk/use-answer'
import { Answered } from '../home/Answered'
import { handbookAddress } from './addresses'
import { ChapterList } from './ChapterList'
import { Book } from './look'
import { Shown } from './Markdown'
import { PrintLook } from './print-look'

/** Brings the chapter of the address into sight; the browser looked for it before it was there. */
function useChapterInSight(): void {
  const { hash } = useLocation()
  useEffect(() => {
    const chapter = hash && document.getElementById(hash.slice(1))
    if (!chapter) return
    chapter.scrollIntoView()
    chapter.focus({ preventScroll: true })
  }, [hash])
}

function Chapters({ book }: { book: ShownBook }) {
  useChapterInSight()
  return (
    <>
      <Part name="目录">
        <ChapterList chapters={book.chapters} />
      </Part>
      <Book>
        {book.chapters.map(({ id, title, text }, index) => (
          <section key={id} aria-labelledby={id}>
            <h2 id={id} tabIndex={-1}>{`${index + 1}. ${title}`}</h2>
            <Shown node={text} />
          </section>
        ))}
      </Book>
    </>
  )
}

/** One handbook: its chapters one after the other, to be read, searched and printed. */
export default function BookPage() {
  const { book: name = '' } = useParams()
  const isBook = name in books
  const answer = useAnswer<ShownBook>(`/desk/handbook/${name}`)
  if (!isBook) return <Navigate to="/404" replace />
  return (
    <DeskPage
      title={books[name as BookName].name}
      back={{ to: handbookAddress, words: '全部手册' }}
      actions={
        <Button variant="secondary" size="L" onClick={() => window.print()}>
          打印这一册
        </Button>
      }
    >
      <PrintLook />
      <Answered answer={answer} name="手册">
        {(book) => <Chapters book={book} />}
      </Answered>
    </DeskPage>
  )
}
