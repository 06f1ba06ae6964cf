import type { BookName, ChapterName, HandbookChapter } from '@portal/content/schema/handbook'
import type { Root } from 'mdast'

/** A chapter as lists show it. */
export type ListedChapter = HandbookChapter & { id: ChapterName }

/** A chapter as its page shows it: `text` is its Markdown, parsed. */
export type ShownChapter = ListedChapter & { text: Root }

/** What `GET /desk/handbook` tells of each; `mine` where it is about the work of whoever asks. */
export type ListedBook = { id: BookName; name: string; mine: boolean; chapters: ListedChapter[] }

/** What `GET /desk/handbook/:id` tells. */
export type ShownBook = { id: BookName; name: string; chapters: ShownChapter[] }
