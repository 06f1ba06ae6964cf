import { expect, type Page } from 'playwright/test'
import { cms } from './places.ts'
import { rawWords, saidOn } from './raw-words.ts'

type AttachmentView = { results?: { documentId?: string }[] }

const listOf = /\/content-manager\/collection-types\/([\w:.-]+)(?:\?|$)/

/**
 * Reads the pages that a member of staff comes to, in a tab that has the desk open, and keeps their raw
 * words.
 */
export function readerAt(page: Page, role: string) {
  const found = new Set<string>()
  const under = new Set<object>()
  const entries = new Map<string, string>()
  let token = ''
  page.on('request', (request) => {
    under.add(request)
    token = request.headers().authorization ?? token
  })
  page.on('requestfailed', (request) => under.delete(request))
  page.on('requestfinished', (request) => {
    const [, uid = ''] = listOf.exec(request.url()) ?? []
    const read = async () => {
      const answer = uid ? await request.response() : null
      const { results = [] } = answer?.ok() ? ((await answer.json()) as AttachmentView) : {}
      const first = results[0]?.documentId
      if (first) entries.set(uid, first)
    }
    void read().finally(() => under.delete(request))
  })
  /** Until nothing is being fetched, and the page has drawn what came. */
  const settle = async () => {
    await expect(async () => {
      expect(under.size).toBe(0)
      await page.evaluate(
        () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 })),
      )
      expect(under.size).toBe(0)
      expect(await page.getByText('正在载入', { exact: false }).count()).toBe(0)
    }).toPass({ intervals: [50] })
  }
  const look = async (where: string) => {
    await settle()
    for (const text of await saidOn(page)) {
      if (rawWords(text).length > 0) found.add(`${role}, ${where}: ${text}`)
    }
  }
  return {
    /** What was read and is no word of ours: who, where, and the text. */
    found,
    look,
    /** The entry that the list of a type has first, once the list was open; undefined where it is empty. */
    firstOf: (uid: string) => entries.get(uid),
    /** Turns over every tab of the page, and folds out what is folded there. */
    async turn(where: string) {
      for (const tab of await page.getByRole('tab').all()) {
        await tab.click()
        await look(`${where} ${String(await tab.textContent())}`)
        const folded = page.locator('[role="tabpanel"] h3 button[aria-expanded="false"]')
        for (const button of (await folded.all()).slice(0, 3).reverse()) {
          await button.click()
          await look(`${where} ${String(await tab.textContent())}, folded out`)
        }
      }
    },
    /** Asks the server as the pages do, for the same person: another sign-in would be one too many. */
    ask: (method: string, path: string, data?: object) =>
      page.request.fetch(cms + path, {
        method,
        headers: { authorization: token },
        ...(data ? { data } : {}),
      }),
    /** Goes there without loading the desk anew, as a click on a link does. */
    async open(path: string) {
      await page.evaluate((to) => {
        history.pushState({}, '', to)
        dispatchEvent(new PopStateEvent('popstate'))
      }, `/admin${path}`)
      await look(path)
    },
    /** Opens what a button opens, where there is one, and shuts it again. */
    async press(name: string | RegExp, where: string) {
      const button = page.getByRole('button', { name, disabled: false }).first()
      if (!(await button.isVisible())) return
      await button.click()
      await look(`${where} ${String(name)}`)
      const cancel = page.getByRole('button', { name: /^(取消|关闭)$/ }).first()
      if (await cancel.isVisible()) await cancel.click()
      else await page.keyboard.press('Escape')
    },
  }
}

/** The addresses in the menus of the page that `pattern` fits. */
export async function pathsOn(page: Page, pattern: RegExp): Promise<string[]> {
  const links = page.locator('nav a[href^="/admin/"]')
  const all = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href')))
  const paths = new Set(all.map((href) => (href ?? '').replace(/^\/admin|\?.*$/g, '')))
  return [...paths].filter((path) => pattern.test(path))
}
