import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Library } from '@portal/content/entry/library'
import { writeIndex } from '../../site/src/search/index/write.ts'
import { searchRecords } from '../../site/src/search/records.ts'
import { writeSuggestions } from '../../site/src/search/suggest/write.ts'

/** Writes the search index of everything published, and what is suggested, into `target`. */
export async function buildSearch(library: Library, folder: string, target: string): Promise<void> {
  const captions = (path: string) => readFile(join(folder, path), 'utf8')
  const records = await searchRecords(library, captions)
  const synonyms = library.synonyms.map(({ words }) => words)
  await writeIndex(records, synonyms, target)
  const { essays, guides, notices, videos, topics } = library
  const keywords = [...essays, ...guides, ...notices, ...videos].flatMap(
    ({ data }) => data.keywords,
  )
  await writeSuggestions(target, {
    titles: records.map(({ title }) => title),
    words: [...keywords, ...topics.map(({ name }) => name), ...synonyms.flat()],
  })
}
