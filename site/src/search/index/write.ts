import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SearchRecord } from '../record.ts'
import { plain, signsOf } from '../text/signs.ts'
import { recordAddress, type Page } from './catalogue.ts'
import { contentOf } from './content.ts'
import { groupsOf } from './groups.ts'

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
    for (const { path, title: given, date, facets, main, ...page } of pages) {
      const title = plain(given)
      const groups = groupsOf(page)
      for (const [nth, { text, parts, known }] of groups.entries()) {
        const added = await index.addCustomRecord({
          url: recordAddress(path, { title, parts, nth }),
          content: contentOf(text, known ? { title: nth === 0 ? title : '', known } : undefined),
          language,
        })
        requireDone(added)
      }
      const headed = groups.flatMap(({ known }, nth) => (nth > 0 && known ? [nth] : []))
      const signs = signsOf(title).length
      catalogue.push({
        ...{ records: groups.length, headed, title: signs, date, facets },
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
