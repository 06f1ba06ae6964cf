import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../../support/machine/installation.ts'
import { withBrowser } from '../search/browser.ts'
import { serveFolder } from '../search/static-server.ts'
import type { Answered } from './judged.ts'

type Pagefind = {
  search(words: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>
}

/** Pagefind as it comes: its command over the finished pages, its own module in one of them. */
export async function askPagefind(release: string, queries: string[]): Promise<Answered[]> {
  const folder = await mkdtemp(join(tmpdir(), 'pagefind-default-'))
  await cp(join(release, 'client'), folder, {
    recursive: true,
    filter: (source) => !source.includes('search-index'),
  })
  const command = join(root, 'node_modules', 'pagefind', 'lib', 'runner', 'bin.cjs')
  await promisify(execFile)(process.execPath, [command, '--site', folder])
  const { url, stop } = await serveFolder(folder)
  try {
    return await withBrowser(async (page) => {
      await page.route(`${url}/blank`, (route) =>
        route.fulfill({ contentType: 'text/html', body: '<!doctype html><html lang="zh-CN">' }),
      )
      await page.goto(`${url}/blank`)
      const answered: Answered[] = []
      for (const query of queries) {
        const addresses = await page.evaluate(async (words) => {
          const library = '/pagefind/pagefind.js'
          const pagefind = (await import(library)) as Pagefind
          const found = await pagefind.search(words).catch(() => null)
          const hits = (found?.results ?? []).slice(0, 10).map((result) => result.data())
          return (await Promise.all(hits)).map((hit) => hit.url)
        }, query)
        answered.push({ addresses, isSure: true })
      }
      return answered
    })
  } finally {
    await stop()
    await rm(folder, { recursive: true, force: true })
  }
}
