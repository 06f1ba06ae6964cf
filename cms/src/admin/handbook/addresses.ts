import { books, type BookName, type ChapterName } from '@portal/content/schema/handbook'

/** Where the handbooks are, below the admin's address. */
export const handbookAddress = '/handbook'

/** The page of one handbook. */
export const bookAddress = (book: BookName) => `${handbookAddress}/${book}`

/** A chapter on the page of its book. */
export function chapterAddress(chapter: ChapterName): string {
  const names = Object.keys(books) as BookName[]
  const book = names.find((name) => (books[name].chapters as readonly string[]).includes(chapter))
  return `${bookAddress(book ?? 'cases')}#${chapter}`
}
