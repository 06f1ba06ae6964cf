import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { type Engine } from '../../../site/src/search/engine/engine.ts'
import { openEngine } from '../../../site/src/search/engine/open.ts'
import {
  narrowed,
  type Narrowing,
  type Results,
  type Sort,
} from '../../../site/src/search/ask/filter.ts'
import { readHit, type Hit } from '../../../site/src/search/ask/excerpts.ts'
import type { Match } from '../../../site/src/search/ask/exact-matches.ts'
import { search } from '../../../site/src/search/ask/search.ts'
import { writeIndex } from './write-index.ts'
import type { Correct } from '../../../site/src/search/query/typos.ts'
import type { SearchRecord, SearchSection } from '../../../site/src/search/record.ts'
import { indexIn } from '../../../site/src/search/server/files.ts'

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

const asTyped: Correct = async () => []

type Asked = { narrowing?: Narrowing; sort?: Sort; correct?: Correct }

/** What is found for a query. */
export async function results(
  engine: Engine,
  query: string,
  { narrowing = {}, sort = 'relevance', correct = asTyped }: Asked = {},
): Promise<Results> {
  return narrowed(await search(engine, query, correct), narrowing, sort)
}

/** All hits. */
export function allHits({ matches }: { matches: Match[] }): Promise<Hit[]> {
  return Promise.all(matches.map(readHit))
}

/** The paths of the pages that are shown for a query, in order, and how they were found. */
export async function ask(engine: Engine, query: string, asked?: Asked) {
  const { way, words, instead, matches, alike } = await results(engine, query, asked)
  const namesOf = async (some: Match[]) =>
    (await allHits({ matches: some })).map(({ path }) => path.slice(1, -1))
  return { way, words, instead, names: await namesOf(matches), alike: await namesOf(alike) }
}
