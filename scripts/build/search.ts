import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Library } from '@portal/content/entry/library'
import { writeIndex } from '../../site/src/search/index/shards.ts'
import { searchRecords } from '../../site/src/search/records.ts'
import { writeSuggestions } from '../../site/src/search/suggest/write.ts'
import { shanghaiDay } from '../../content/calendar/day.ts'
import { sweep } from './sweep.ts'

/** Days that the index of a year is kept for the next release. */
const keptDays = 30

/** Writes the search index of everything published, and what is suggested, into `target`. */
export async function buildSearch(
  library: Library,
  folder: string,
  target: string,
  cache: string,
): Promise<void> {
  const captions = (path: string) => readFile(join(folder, path), 'utf8')
  const records = await searchRecords(library, captions)
  const synonyms = library.synonyms.map(({ words }) => words)
  const newestYear = Number(shanghaiDay(new Date().toISOString()).slice(0, 4))
  await mkdir(cache, { recursive: true })
  await writeIndex(records, synonyms, target, { cache, newestYear })
  await sweep(cache, '', keptDays)
  const { essays, guides, notices, videos, topics } = library
  const keywords = [...essays, ...guides, ...notices, ...videos].flatMap(
    ({ data }) => data.keywords,
  )
  await writeSuggestions(target, {
    titles: records.map(({ title }) => title),
    words: [...keywords, ...topics.map(({ name }) => name), ...synonyms.flat()],
  })
}
