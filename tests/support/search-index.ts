import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type { Narrowing, Sort } from '../../site/src/search/ask/narrow.ts'
import { openIndex, type Index } from '../../site/src/search/ask/open-index.ts'
import type { Hit } from '../../site/src/search/ask/hit.ts'
import { results, type Results } from '../../site/src/search/ask/results.ts'
import { writeIndex } from '../../site/src/search/index/write.ts'
import type { SearchRecord, SearchSection } from '../../site/src/search/records.ts'
import { sourceIn } from '../../site/src/search/server/source.ts'

const root = mkdtempSync(join(tmpdir(), 'search-index-'))
let folders = 0
after(() => rm(root, { recursive: true, force: true }))

/** A folder for an index of its own, gone when the tests of the file are done. */
export function indexFolder(): string {
  folders += 1
  return join(root, String(folders))
}

/** A stretch of a page. */
export function section(text: string, heading = '', id?: string): SearchSection {
  return { id, heading, text }
}

/** A page named by the last part of its path; what is not given says nothing that is searched for. */
export function page(name: string, part: Partial<SearchRecord> = {}): SearchRecord {
  return { path: `/${name}/`, title: '题', date: null, facets: {}, sections: [], ...part }
}

/** Writes the pages to disk and opens what was written. */
export async function indexOf(pages: SearchRecord[], synonyms: string[][] = []): Promise<Index> {
  const folder = indexFolder()
  await writeIndex(pages, synonyms, folder)
  return openIndex(sourceIn(folder))
}

/** All hits, asked for until there are no more. */
export async function allHits(found: Results): Promise<Hit[]> {
  const hits: Hit[] = []
  for (let next = await found.more(); next.length > 0; next = await found.more()) hits.push(...next)
  return hits
}

/** The paths of the pages that are shown for a query, in order, and how they were found. */
export async function ask(
  index: Index,
  query: string,
  narrowing: Narrowing = {},
  sort: Sort = 'relevance',
) {
  const found = await results(index, query, narrowing, sort)
  const names = (await allHits(found)).map(({ page }) => page.path.slice(1, -1))
  return { way: found.way, words: found.words, names, total: found.total() }
}
