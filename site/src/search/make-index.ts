import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { close, createIndex } from 'pagefind'
import { escapeHtml } from '../library/markdown/html.ts'
import type { SearchRecord } from './records.ts'
import { spaced } from './tokenise.ts'

/** Pagefind's ready-made interfaces, which this site does not use. */
const unused = ['ui', 'modular-ui', 'component-ui'].flatMap((name) => [
  `pagefind-${name}.js`,
  `pagefind-${name}.css`,
])

function value(kind: 'meta' | 'filter', name: string, text: string): string {
  return `<span data-value="${escapeHtml(text)}" data-pagefind-${kind}="${name}[data-value]"></span>`
}

/**
 * The page as the index reads it: words apart, sections under headings whose ids are those of the
 * real page, so that a hit leads to its article.
 */
export function indexPage(record: SearchRecord): string {
  const words = (text: string) => escapeHtml(spaced(text))
  const facts = Object.entries({ kind: record.kind, ...record.facts }).flatMap(([name, text]) =>
    text === undefined ? [] : [value('meta', name, text), value('filter', name, text)],
  )
  if (record.date) {
    facts.push(value('meta', 'date', record.date), value('filter', 'year', record.date.slice(0, 4)))
  }
  const sections = record.sections.map(({ id, heading, text }) => {
    const title =
      heading && id ? `<h2 id="${escapeHtml(id)}">${words(heading)}</h2>` : words(heading)
    return `${title}<p>${words(text)}</p>`
  })
  return (
    `<!doctype html><html lang="zh-CN"><head><title>${words(record.title)}</title></head>` +
    `<body data-pagefind-body>${facts.join('')}<h1 id="main">${words(record.title)}</h1>` +
    `${sections.join('')}</body></html>`
  )
}

/**
 * Writes the search index of the records into `folder`.
 * @throws Error when the indexer refuses a page or cannot write
 */
export async function makeIndex(records: SearchRecord[], folder: string): Promise<void> {
  const fail = (errors: string[]) => {
    if (errors.length > 0) throw new Error(`搜索索引没有建成：${errors.join('；')}`)
  }
  try {
    // No language: stemming and segmenting would cut words again.
    const { index, errors } = await createIndex({ forceLanguage: 'unknown' })
    fail(errors)
    if (!index) throw new Error('搜索索引没有建成：索引程序没有应答')
    for (const record of records) {
      fail((await index.addHTMLFile({ url: record.path, content: indexPage(record) })).errors)
    }
    fail((await index.writeFiles({ outputPath: folder })).errors)
  } finally {
    await close()
  }
  await Promise.all(unused.map((name) => rm(join(folder, name), { force: true })))
}
