import { setTimeout as sleep } from 'node:timers/promises'
import type { PageEndpoint } from './page-endpoint.ts'
import { locate } from '../static/locate.ts'
import type { Release } from '../releases/release.ts'
import { renderPage } from '../releases/render-page.ts'

/** Milliseconds. */
const timeoutMs = 10_000

/**
 * Renders every on-demand page once without anybody asking. It shows that the release works before it is
 * shown to people, and makes Node remember where the pages' parts are: the folder may be gone later.
 * @throws when a page does not render
 */
export async function smokeTestPages(
  release: Release,
  pages: readonly PageEndpoint[],
  { siteUrl, basePath }: { siteUrl: string; basePath: string },
): Promise<void> {
  const renderOnce = async ({ path, respond }: PageEndpoint): Promise<void> => {
    // A release of before may have as a file what is rendered on demand now.
    if (await locate(release.client, path)) return
    const blank = { posted: null, query: new URLSearchParams(), address: '', cookies: {} }
    const { show } = await respond({ release, ...blank })
    if (!('content' in show)) throw new Error(`${path} shows no page`)
    const page = await renderPage(release, new URL(basePath + path, siteUrl), await show.content())
    if (!page) throw new Error(`${path} is not there`)
  }
  const tooSlow = sleep(timeoutMs, undefined, { ref: false }).then(() => {
    throw new Error('a page takes too long')
  })
  await Promise.race([Promise.all(pages.map(renderOnce)), tooSlow])
}
