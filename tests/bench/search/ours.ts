import { cp, mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { openEngine } from '../../../site/src/search/engine/open.ts'
import { search } from '../../../site/src/search/ask/search.ts'
import { writeIndex, writeSuggestions } from '../../support/release/write-index.ts'
import type { SearchRecord } from '../../../site/src/search/record.ts'
import { indexIn } from '../../../site/src/search/server/files.ts'
import { createDataDir, pointTo, startPortal } from '../../support/portal/portal.ts'
import { placeOf, type Text } from './corpus.ts'
import type { Engine } from './engine.ts'

/** The portal itself, with the texts in place of its own index. */
export function ours(corpus: Text[], release: string, work: string): Engine {
  const copy = join(work, 'release')
  const folder = join(copy, 'client', 'search-index')
  const records = (): SearchRecord[] =>
    corpus.map(({ path, title, sections }) => ({
      path,
      title,
      date: null,
      facets: { kind: '条例' },
      known: [],
      sections,
    }))
  return {
    name: 'ours',
    async index() {
      const bundled = JSON.parse(
        await readFile(join(release, 'content', 'synonyms.json'), 'utf8').catch(() => '[]'),
      ) as { words: string[] }[]
      await writeIndex(
        records(),
        bundled.map(({ words }) => words),
        folder,
        // Each round makes its own: what is kept from the last would not be measured.
        { cache: await mkdtemp(join(work, 'cache-')), today: '2026-12-01' },
      )
      await writeSuggestions(folder, { titles: corpus.map(({ title }) => title), words: [] })
    },
    bytes: () => sizeOf(folder),
    async serve() {
      for (const part of await readdir(release)) {
        await cp(join(release, part), join(copy, part), {
          recursive: true,
          filter: (source) => !source.includes('search-index'),
        })
      }
      const data = await createDataDir()
      pointTo(data.path, copy)
      const portal = await startPortal(data.path)
      return {
        url: portal.url,
        page: `${portal.url}/search/`,
        async stop() {
          await portal.stop()
          data.remove()
          await rm(copy, { recursive: true, force: true })
        },
      }
    },
    async findAll(queries) {
      const engine = await openEngine(indexIn(folder))
      const found: Set<number>[] = []
      for (const query of queries) {
        const { way, matches } = await search(engine, query, async () => [])
        const exact = way === 'exact' ? matches : []
        const paths = exact.map(async ({ passage }) => (await passage.read()).path)
        found.push(new Set((await Promise.all(paths)).map(placeOf)))
      }
      return found
    },
  }
}

/** The bytes of all files below a folder. */
export async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
