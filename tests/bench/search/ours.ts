import { cp, readFile, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { openIndex } from '../../../site/src/search/ask/open-index.ts'
import { search } from '../../../site/src/search/ask/search.ts'
import { writeIndex } from '../../../site/src/search/index/write.ts'
import type { SearchRecord } from '../../../site/src/search/records.ts'
import { sourceIn } from '../../../site/src/search/server/source.ts'
import { writeSuggestions } from '../../../site/src/search/suggest/write.ts'
import { createDataDir, pointTo, startPortal } from '../../support/portal.ts'
import type { Text } from './corpus.ts'
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
      const index = await openIndex(sourceIn(folder))
      const places = new Map<number, number>()
      for (const query of queries) {
        for (const { page } of (await search(index, query)).matches) {
          if (!places.has(page)) {
            const block = await index.block(index.titleBlock(page) + 1)
            places.set(page, Number(block.page.path.split('/')[2]))
          }
        }
      }
      return Promise.all(
        queries.map(async (query) => {
          const { way, matches } = await search(index, query)
          return new Set(way === 'exact' ? matches.map(({ page }) => places.get(page) ?? -1) : [])
        }),
      )
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
