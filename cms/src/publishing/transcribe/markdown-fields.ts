import type { Fault } from '@portal/content/entry/document'
import type { StoredFields } from '../../strapi/stored-fields.ts'
import { faultsOfPictures, filesIn } from '../../writing/markdown/pictures.ts'

/** A text of an entry that is Markdown: its field, and the article of a regulation that it explains. */
type WrittenText = { field: string; place: string; text: string }

function rowsOf(value: unknown): StoredFields[] {
  return Array.isArray(value) ? (value as StoredFields[]) : []
}

function writtenTexts(row: StoredFields): WrittenText[] {
  const guides = rowsOf(row.divisions).flatMap(({ articles }) =>
    rowsOf(articles).map(({ label, guide }) => ({
      field: 'divisions',
      place: `${String(label)}的解读，`,
      text: guide,
    })),
  )
  return [{ field: 'body', place: '', text: row.body }, ...guides].filter(
    (written): written is WrittenText => typeof written.text === 'string' && written.text !== '',
  )
}

/** What must be mended in the texts of an entry before it can be published. */
export function faultsOfTexts(row: StoredFields): Fault[] {
  return writtenTexts(row).flatMap(({ field, place, text }) =>
    faultsOfPictures(text).map((problem) => ({ field, problem: place + problem })),
  )
}

/** The uploads that the texts of an entry show or link to, by the name of their file. */
export function filesOfTexts(row: StoredFields): string[] {
  return writtenTexts(row).flatMap(({ text }) => filesIn(text))
}
