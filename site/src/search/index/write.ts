import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SearchRecord } from '../record.ts'
import { plain, signsOf } from '../../text/signs.ts'
import { wordsOf } from '../text/words.ts'
import { recordAddress, type Page } from './catalogue.ts'
import { passagesOf } from './passages.ts'

const language = 'unknown'
/** What Pagefind writes for pages of its own design. */
const unused = /^pagefind-(?:.*-?ui|highlight)\.(?:js|css)$/

/**
 * Writes a shard: Pagefind's index of the records, and what it does not keep of them.
 * @param folder that does not exist yet
 * @throws what Pagefind says where it cannot write
 */
export async function writeShard(records: SearchRecord[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  // Newest first: what weighs the same then stands in that order.
  const pages = [...records].sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))
  const catalogue: Page[] = []

  // Read by the library's program when it starts: a question fetches less than from larger chunks.
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = '2000'
  const { createIndex } = await import('pagefind')
  const { index } = requireDone(await createIndex({ forceLanguage: language }))
  if (!index) throw new Error('Pagefind made no index')
  try {
    for (const page of pages) {
      const passages = passagesOf(page)
      const title = plain(page.title)
      for (const [nth, { signs, parts }] of passages.entries()) {
        const url = recordAddress(page.path, { title, parts, nth })
        const content = wordsOf(signs).join(' ')
        requireDone(await index.addCustomRecord({ url, content, language }))
      }
      const { date, facets, main } = page
      catalogue.push({
        ...{ zones: passages.map(({ zone }) => zone), title: signsOf(title).length, date, facets },
        ...(main && { main }),
      })
    }
    requireDone(await index.writeFiles({ outputPath: join(folder, 'pagefind') }))
  } finally {
    await index.deleteIndex()
  }
  for (const name of await readdir(join(folder, 'pagefind'))) {
    if (unused.test(name)) await rm(join(folder, 'pagefind', name))
  }
  await writeFile(join(folder, 'catalogue.json'), JSON.stringify(catalogue))
}

function requireDone<T extends { errors: string[] }>(answer: T): T {
  if (answer.errors.length > 0) throw new Error(`Pagefind: ${answer.errors.join('; ')}`)
  return answer
}
