import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { type Engine } from '../../site/src/search/engine/engine.ts'
import { openEngine } from '../../site/src/search/engine/open.ts'
import type { Narrowing, Sort } from '../../site/src/search/ask/narrow.ts'
import type { Hit } from '../../site/src/search/ask/excerpts.ts'
import { results, type Results } from '../../site/src/search/ask/results.ts'
import { writeIndex } from '../../site/src/search/index/shards.ts'
import type { Correct } from '../../site/src/search/query/slips.ts'
import type { SearchRecord, SearchSection } from '../../site/src/search/record.ts'
import { indexIn } from '../../site/src/search/server/files.ts'

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
  const nothing = { title: '题', date: null, facets: {}, known: [], sections: [] }
  return { path: `/${name}/`, ...nothing, ...part }
}

/** Writes the pages into a folder, with the pages of years before 2025 in shards of their own. */
export function writePages(
  pages: SearchRecord[],
  folder: string,
  synonyms: string[][] = [],
): Promise<void> {
  return writeIndex(pages, synonyms, folder, { cache: join(root, 'cache'), today: '2026-12-01' })
}

/** Writes the pages to disk and opens what was written. */
export async function indexOf(pages: SearchRecord[], synonyms: string[][] = []): Promise<Engine> {
  const folder = indexFolder()
  await writePages(pages, folder, synonyms)
  return openEngine(indexIn(folder))
}

/** All hits. */
export function allHits(found: Results): Promise<Hit[]> {
  return found.hits(0, found.total)
}

const asTyped: Correct = async () => []

/** The paths of the pages that are shown for a query, in order, and how they were found. */
export async function ask(
  engine: Engine,
  query: string,
  {
    narrowing = {},
    sort = 'relevance',
    correct = asTyped,
  }: { narrowing?: Narrowing; sort?: Sort; correct?: Correct } = {},
) {
  const found = await results(engine, query, narrowing, sort, correct)
  const names = (await allHits(found)).map(({ path }) => path.slice(1, -1))
  const alike = (await found.alike(10)).map(({ path }) => path.slice(1, -1))
  return { way: found.way, words: found.words, instead: found.instead, names, alike }
}
