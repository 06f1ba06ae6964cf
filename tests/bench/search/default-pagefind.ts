import { execFile } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { escapeHtml } from '../../../site/src/text/escape-html.ts'
import { root } from '../../support/machine/installation.ts'
import { withBrowser } from './browser.ts'
import { placeOf, type Text } from './corpus.ts'
import type { Engine } from './engine.ts'
import { sizeOf } from './ours.ts'
import { serveFolder } from './static-server.ts'

/** Pagefind as it comes: its command over the pages as HTML, its own module in a plain page. */
export function defaultPagefind(corpus: Text[], work: string): Engine {
  const folder = join(work, 'pagefind-site')
  const written = Promise.all(
    corpus.map(async (text) => {
      const page = join(folder, text.path)
      await mkdir(page, { recursive: true })
      await writeFile(join(page, 'index.html'), html(text))
    }),
  )
  return {
    name: 'pagefindDefault',
    async index() {
      await written
      await rm(join(folder, 'pagefind'), { recursive: true, force: true })
      const command = join(root, 'node_modules', 'pagefind', 'lib', 'runner', 'bin.cjs')
      await promisify(execFile)(process.execPath, [command, '--site', folder], {
        maxBuffer: 64 * 1024 * 1024,
      })
    },
    bytes: () => sizeOf(join(folder, 'pagefind')),
    async serve() {
      await writeFile(join(folder, 'index.html'), searchPage)
      const { url, stop } = await serveFolder(folder)
      return { url, page: `${url}/`, stop }
    },
    findAll: (queries, url) =>
      withBrowser(async (page) => {
        await page.goto(url)
        // A result tells its address only with its whole text: each is asked once.
        const places = await page.evaluate(async () => {
          const { pagefind } = window as unknown as { pagefind: Pagefind }
          const { results } = await pagefind.search(null)
          const known: [id: string, url: string][] = []
          for (const { id, data } of results) known.push([id, (await data()).url])
          return known
        })
        const byId = new Map(places.map(([id, address]) => [id, placeOf(address)]))
        const all: Set<number>[] = []
        for (const query of queries) {
          const ids = await page.evaluate(async (words) => {
            const { pagefind } = window as unknown as { pagefind: Pagefind }
            const found = await pagefind.search(words).catch(() => null)
            return (found?.results ?? []).map(({ id }) => id)
          }, query)
          all.push(new Set(ids.map((id) => byId.get(id) ?? -1)))
        }
        return all
      }),
  }
}

type Pagefind = {
  search(words: string | null): Promise<{ results: PagefindResult[] }>
}
type PagefindResult = { id: string; data(): Promise<{ url: string }> }

function html({ title, sections }: Text): string {
  const body = sections.map(({ id, heading, text }) => {
    const head = heading && `<h2${id ? ` id="${id}"` : ''}>${escapeHtml(heading)}</h2>`
    return (
      head +
      text
        .split('\n')
        .map((line) => `<p>${escapeHtml(line)}</p>`)
        .join('')
    )
  })
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head><body><main data-pagefind-body><h1>${escapeHtml(title)}</h1>${body.join('')}</main></body></html>`
}

/** The least page around Pagefind's module: ten hits with title and excerpt. */
const searchPage = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Pagefind</title>
<div data-search aria-busy="false"><form><input type="search" name="q"></form><ol data-results></ol></div>
<script type="module">
import * as pagefind from '/pagefind/pagefind.js'
window.pagefind = pagefind
await pagefind.init()
const root = document.querySelector('[data-search]')
document.querySelector('form').addEventListener('submit', async (event) => {
  event.preventDefault()
  root.setAttribute('aria-busy', 'true')
  const found = await pagefind.search(document.querySelector('input').value).catch(() => null)
  const hits = await Promise.all((found?.results ?? []).slice(0, 10).map((result) => result.data()))
  document.querySelector('ol').innerHTML = hits
    .map(({ url, meta, excerpt }) => '<li data-result><a href="' + url + '">' + meta.title + '</a><p>' + excerpt + '</p></li>')
    .join('')
  root.setAttribute('aria-busy', 'false')
})
root.setAttribute('data-ready', '')
</script></html>`
