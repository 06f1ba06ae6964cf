import type { Page } from 'playwright'
import { withBrowser } from './browser.ts'

/** What the page showed for one query, and what it took. */
export type Asked = {
  /** The addresses and titles of the first ten hits. */
  hits: { url: string; title: string }[]
  /** From the Enter key to the hits on screen: asked the first time, and again when warm. */
  firstMs: number
  warmMs: number
  /** Fetched when it was asked the first time. */
  bytes: number
}

/**
 * Types every query into a search page in Chromium and presses Enter, twice over: the first round
 * counts what is fetched, the second how long a warm page takes.
 */
export function askAll(url: string, address: string, queries: string[]): Promise<Asked[]> {
  return withBrowser(async (page) => {
    await page.goto(address)
    await page.waitForLoadState('networkidle')
    await watch(page)
    await ask(page, '热身')
    const counter = countBytes(page)
    const asked: Asked[] = []
    for (const query of queries) {
      const before = await counter()
      const { ms, hits } = await ask(page, query)
      asked.push({ hits, firstMs: ms, warmMs: ms, bytes: (await counter()) - before })
    }
    for (const [at, query] of queries.entries()) {
      const { ms } = await ask(page, query)
      const known = asked[at]
      if (known) known.warmMs = ms
    }
    return asked
  })
}

/** Running total of what was fetched by the page and its workers, headers included. */
function countBytes(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = []
  page.on('requestfinished', (request) => {
    const counted = request.sizes().then(
      ({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize,
      () => 0,
    )
    sizes.push(counted)
  })
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

type Watched = Window & { startedAt?: number; shownAt?: number }

/** Notes when Enter is pressed, and when the page stops being busy and has painted. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const noted = window as Watched
    const root = document.querySelector('[data-search]')
    if (!root) throw new Error('no search on this page')
    addEventListener(
      'keydown',
      ({ key }) => {
        if (key === 'Enter') noted.startedAt = performance.now()
      },
      true,
    )
    new MutationObserver(() => {
      if (root.getAttribute('aria-busy') !== 'false') return
      requestAnimationFrame(() => (noted.shownAt = performance.now()))
    }).observe(root, { attributeFilter: ['aria-busy'] })
  })
}

async function ask(page: Page, query: string): Promise<{ ms: number; hits: Asked['hits'] }> {
  const input = page.locator('input[name="q"]').first()
  await page.evaluate(() => ((window as Watched).shownAt = undefined))
  await input.fill(query)
  await input.press('Enter')
  const shown = await page.waitForFunction(
    () => {
      const { startedAt = 0, shownAt } = window as Watched
      return shownAt === undefined ? false : { ms: shownAt - startedAt }
    },
    undefined,
    { timeout: 120_000 },
  )
  const { ms } = (await shown.jsonValue()) as { ms: number }
  const hits = await page.locator('[data-result] a:first-of-type').evaluateAll((links) =>
    links.slice(0, 40).map((link) => ({
      url: (link as HTMLAnchorElement).href,
      title: link.textContent ?? '',
    })),
  )
  return { ms, hits }
}
