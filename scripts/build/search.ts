import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Library } from '@portal/content/entry/library'
import { makeIndex } from '../../site/src/search/make-index.ts'
import { searchRecords } from '../../site/src/search/records.ts'

/** Writes the search index of everything published into `target`. */
export async function buildSearch(library: Library, folder: string, target: string): Promise<void> {
  const captions = (path: string) => readFile(join(folder, path), 'utf8')
  await makeIndex(await searchRecords(library, captions), target)
}
