import { link, copyFile, mkdir, readFile, readdir } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { createHash } from 'node:crypto'
import type { Day } from '@portal/content/calendar/day'
import type { Library } from '@portal/content/entry/library'
import { contentsOf, planShards, type PlannedShard } from '../../../site/src/search/index/shards.ts'
import { indexedPages } from '../../../site/src/search/indexed-pages.ts'
import { sounds, suggestionTerms } from '../../../site/src/search/suggest/build-terms.ts'
import type { StaticFile } from '../../../site/src/static/file.ts'
import { mapConcurrently } from '../map-concurrently.ts'

/** What a search index is made of that changes its shards, beside the content; the rest is its pages. */
export const searchSources = [
  'site/src/search',
  'site/src/library',
  'site/src/reception',
  'site/src/text',
  'content/calendar',
  'content/characters',
  'content/entry',
  'content/schema',
  'package-lock.json',
]

/** The shards of the search index, and the files beside them. */
type SearchPlan = { shards: PlannedShard[]; files: StaticFile[] }

/**
 * Plans the search index of everything published, and what is suggested.
 * @param code a digest of `searchSources`
 */
export async function planSearch(
  library: Library,
  { contentDir, today, code }: { contentDir: string; today: Day; code: string },
): Promise<SearchPlan> {
  const captions = (path: string) => readFile(join(contentDir, path), 'utf8')
  const pages = await indexedPages(library, captions)
  const plan = planShards(
    pages.map((page) => ({ ...page, digest: `${code} ${page.digest}` })),
    today,
  )
  const synonyms = library.synonyms.map(({ words }) => words)
  const { essays, guides, notices, videos, topics } = library
  const keywords = [...essays, ...guides, ...notices, ...videos].flatMap(
    ({ data }) => data.keywords,
  )
  const texts = {
    titles: pages.map(({ title }) => title),
    words: [...keywords, ...topics.map(({ name }) => name), ...synonyms.flat()],
  }
  const index = contentsOf(plan, synonyms)
  return {
    shards: [...plan.recent, ...plan.older.map(({ shard }) => shard)],
    files: [
      { file: 'search-index/index.json', from: index, text: () => JSON.stringify(index) },
      {
        file: 'search-index/suggestions.json',
        from: createHash('sha256').update(JSON.stringify(texts)).digest('hex'),
        text: () => JSON.stringify(suggestionTerms(texts)),
      },
      { file: 'search-index/sounds.json', from: 0, text: () => JSON.stringify(sounds()) },
    ],
  }
}

/** The folder of a shard in a release. */
export const folderOf = (shard: string) => `client/search-index/${shard}`

/**
 * Puts a shard that lies in the cache into a release; the two share its files, which nobody changes.
 * @returns the files, by their paths in the release
 */
export async function placeShard(kept: string, release: string, shard: string): Promise<string[]> {
  const entries = await readdir(kept, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  return mapConcurrently(files, async (from) => {
    const file = join(folderOf(shard), relative(kept, from))
    await mkdir(dirname(join(release, file)), { recursive: true })
    await link(from, join(release, file)).catch(() => copyFile(from, join(release, file)))
    return file
  })
}
