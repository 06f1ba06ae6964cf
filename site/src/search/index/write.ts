import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { facetNames } from '../facets.ts'
import type { SearchRecord } from '../record.ts'
import { plain, signsOf } from '../text/signs.ts'
import { recordAddress, type Catalogue } from './catalogue.ts'
import { contentOf } from './content.ts'
import { groupsOf } from './groups.ts'

const language = 'unknown'
/** What Pagefind writes for pages of its own design. */
const unused = ['pagefind-component-ui', 'pagefind-highlight', 'pagefind-modular-ui', 'pagefind-ui']

/**
 * Writes a shard: Pagefind's index of the records, and what it does not keep of them.
 * @param folder that does not exist yet
 * @throws what Pagefind says where it cannot write
 */
export async function writeShard(records: SearchRecord[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  // Newest first: what weighs the same then stands in that order.
  const pages = [...records].sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))
  const catalogue = catalogueOf(pages)

  // Read by the library's program when it starts: a question fetches less than from larger chunks.
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = '2000'
  const { createIndex } = await import('pagefind')
  const { index } = requireDone(await createIndex({ forceLanguage: language }))
  if (!index) throw new Error('Pagefind made no index')
  try {
    let record = 0
    for (const page of pages) {
      const groups = groupsOf(page)
      catalogue.records.push(groups.length)
      for (const [nth, { text, parts, known }] of groups.entries()) {
        const title = plain(page.title)
        const head = known ? { title: nth === 0 ? title : '', known } : undefined
        if (head && nth > 0) catalogue.headed.push(record)
        const added = await index.addCustomRecord({
          url: recordAddress(page.path, { title, parts, nth }),
          content: contentOf(text, head),
          language,
        })
        requireDone(added)
        record += 1
      }
    }
    requireDone(await index.writeFiles({ outputPath: join(folder, 'pagefind') }))
  } finally {
    await index.deleteIndex()
  }
  for (const name of unused) {
    for (const ending of ['js', 'css']) {
      await rm(join(folder, 'pagefind', `${name}.${ending}`), { force: true })
    }
  }
  await writeFile(join(folder, 'catalogue.json'), JSON.stringify(catalogue))
}

function requireDone<T extends { errors: string[] }>(answer: T): T {
  if (answer.errors.length > 0) throw new Error(`Pagefind: ${answer.errors.join('; ')}`)
  return answer
}

/** The catalogue of the pages, in which no records are counted yet. */
function catalogueOf(pages: SearchRecord[]): Catalogue {
  const column = (name: (typeof facetNames)[number]) => {
    const values = [...new Set(pages.flatMap(({ facets }) => facets[name] ?? []))]
    const places = new Map(values.map((value, place) => [value, place]))
    return { values, of: pages.map(({ facets }) => places.get(facets[name] ?? '') ?? null) }
  }
  const regulations = pages.findIndex(({ main }) => main)
  return {
    records: [],
    headed: [],
    titles: pages.map(({ title }) => signsOf(plain(title)).length),
    days: pages.map(({ date }) => (date === null ? null : Date.parse(date) / 86_400_000)),
    facets: Object.fromEntries(
      facetNames.map((name) => [name, column(name)]),
    ) as Catalogue['facets'],
    regulations: regulations < 0 ? null : regulations,
  }
}
