import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseDocument } from '@portal/content/entry/document'
import {
  books,
  handbookChapter,
  type BookName,
  type ChapterName,
} from '@portal/content/schema/handbook'
import type { ShownBook, ShownChapter } from '../contracts/handbook.ts'
import { readMarkdown } from '../writing/markdown/read.ts'

/** @throws naming the file and the field where a chapter is not as the schema says */
async function readChapter(folder: string, book: BookName, id: ChapterName): Promise<ShownChapter> {
  const read = parseDocument(
    handbookChapter,
    await readFile(join(folder, book, `${id}.md`), 'utf8'),
  )
  if (!read.ok) {
    const faults = read.faults.map(({ field, problem }) => `${field}：${problem}`)
    throw new Error(`handbook/${book}/${id}.md ${faults.join('；')}`)
  }
  return { id, ...read.value.data, text: readMarkdown(read.value.body) }
}

/** Reads the handbooks from the folder that comes with the program. */
export function readHandbooks(folder: string): Promise<ShownBook[]> {
  const names = Object.keys(books) as BookName[]
  return Promise.all(
    names.map(async (id) => ({
      id,
      name: books[id].name,
      chapters: await Promise.all(
        books[id].chapters.map((chapter) => readChapter(folder, id, chapter)),
      ),
    })),
  )
}
