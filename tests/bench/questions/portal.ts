import { parse } from 'node-html-parser'
import { withBrowser } from '../search/browser.ts'
import type { Answered } from './judged.ts'

/** What the page says where its hits may be no answer. */
const unsure = '不一定是您要找的'

function addressOf(href: string, base: string): string {
  const { pathname, hash } = new URL(href, base)
  return pathname + hash
}

/** Types each query into the search page and reads the first ten hits. */
export function askPortal(url: string, queries: string[]): Promise<Answered[]> {
  return withBrowser(async (page) => {
    await page.goto(`${url}/search/`)
    const search = page.locator('[data-search]')
    const answered: Answered[] = []
    for (const query of queries) {
      await search.locator('input[name="q"]').fill(query)
      await search.locator('input[name="q"]').press('Enter')
      await page.waitForFunction(
        (asked) =>
          new URLSearchParams(location.search).get('q') === asked &&
          document.querySelector('[data-search]')?.getAttribute('aria-busy') === 'false',
        query,
      )
      const hrefs = await page
        .locator('[data-result]')
        .evaluateAll((hits) => hits.slice(0, 10).map((hit) => hit.querySelector('a')?.href ?? ''))
      const status = await page.locator('[data-status]').innerText()
      const addresses = hrefs.map((href) => addressOf(href, url))
      answered.push({ addresses, isSure: !status.includes(unsure) })
    }
    return answered
  })
}

/** Asks the server, as a browser without JavaScript does. */
export async function askServer(url: string, queries: string[]): Promise<Answered[]> {
  const answered: Answered[] = []
  for (const query of queries) {
    const response = await fetch(`${url}/search/?${new URLSearchParams({ q: query })}`)
    const dom = parse(await response.text())
    const hrefs = dom
      .querySelectorAll('[data-result]')
      .slice(0, 10)
      .map((hit) => hit.querySelector('a')?.getAttribute('href') ?? '')
    const status = dom.querySelector('[data-status]')?.text ?? ''
    const addresses = hrefs.map((href) => addressOf(href.replace(/&amp;/g, '&'), url))
    answered.push({ addresses, isSure: !status.includes(unsure) })
  }
  return answered
}
