import { byteOrderMark, csv, csvLine, type Cell } from '@portal/content/export/csv'
import type { Document } from '@portal/content/schema/entries/collections'
import type { Library } from '@portal/content/entry/library'
import type { Entries } from '../../library/entries.ts'
import { yearOf } from '../../library/facets.ts'
import { absolute } from '../absolute.ts'
import type { JoinedFile, StaticFile } from '../file.ts'
import { asObjects, asRows, guideFields, noticeFields, type Field, type Words } from './fields.ts'

const header = <T>(fields: Field<T>[]): Cell[] => fields.map(({ name }) => name)

/** The two forms of a data set: a table for spreadsheets, and an array of objects with an entry a line. */
function tables<T extends Document>(
  file: string,
  fields: Field<T>[],
  entries: readonly T[],
  { words, named }: { words: Words; named: unknown },
): StaticFile[] {
  // An entry is known by its digest where it was read from a file.
  const from = [named, entries.map((entry) => [entry.slug, entry.digest ?? entry])]
  return [
    {
      file: `${file}.csv`,
      from,
      text: () => csv(header(fields).map(String), asRows(fields, [...entries], words)),
    },
    {
      file: `${file}.json`,
      from,
      text: () => arrayOf(asObjects(fields, [...entries], words).map((one) => JSON.stringify(one))),
    },
  ]
}

const arrayOf = (lines: readonly string[]) => `[\n${lines.join(',\n')}\n]\n`

/** The lines of an array that `arrayOf` wrote, as one text. */
const withinArray = (text: string) => text.slice(2, -3)

/**
 * The data sets: guides, notices by the year in which they were published, and all notices. Of a
 * publication only its year is written anew.
 */
export function dataSets(
  entries: Entries,
  { topics, regions, departments }: Library,
): { files: StaticFile[]; joined: JoinedFile[] } {
  const words = { ...entries.names, page: absolute }
  const named = { topics, regions, departments }
  const years = [...Map.groupBy(entries.notices, yearOf)].sort(([a], [b]) => b.localeCompare(a))
  const parts = (end: string) => years.map(([year]) => `open-data/notices/${year}.${end}`)
  const top = byteOrderMark + csvLine(header(noticeFields))
  return {
    files: [
      ...tables('open-data/guides', guideFields, entries.guides, { words, named: null }),
      ...years.flatMap(([year, notices]) =>
        tables(`open-data/notices/${year}`, noticeFields, notices, { words, named }),
      ),
    ],
    joined: [
      {
        file: 'open-data/notices.csv',
        parts: parts('csv'),
        join: (texts) => top + texts.map((text) => text.slice(top.length)).join(''),
      },
      {
        file: 'open-data/notices.json',
        parts: parts('json'),
        join: (texts) => (texts.length > 0 ? arrayOf(texts.map(withinArray)) : '[]\n'),
      },
    ],
  }
}
