import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test as base, type BrowserContext, type Page } from 'playwright/test'
import { inSession, openSession, type Staff } from '../../support/desk/staff.ts'
import { cms, login, sessions } from './places.ts'

const voices = new Map<string, Promise<Staff>>()

/** Fills in the form of the sign-in page that is open. */
export async function fillSignIn(
  page: Page,
  { email, password }: ReturnType<typeof login>,
): Promise<void> {
  await page.getByLabel(/邮箱|电子邮件/).fill(email)
  await page.getByLabel(/^密码/).fill(password)
  await page.getByRole('button', { name: '登录' }).click()
}

/** Signs in by the form, as a person does. */
export async function signIn(page: Page, account: ReturnType<typeof login>): Promise<void> {
  await page.goto(`${cms}/admin/auth/login`)
  await fillSignIn(page, account)
  await expect(page.getByRole('heading', { name: /您好/ })).toBeVisible({ timeout: 30_000 })
}

/** A test with staff at desks of their own, signed in by the form as a person does. */
export const test = base.extend<
  { atDesk: (role: string) => Promise<Page> },
  { browsers: Map<string, BrowserContext> }
>({
  // The CMS takes five attempts in five minutes for an account: each signs in once, and stays so.
  browsers: [
    async ({}, use) => {
      const browsers = new Map<string, BrowserContext>()
      await use(browsers)
      for (const browser of browsers.values()) await browser.close()
    },
    { scope: 'worker' },
  ],
  atDesk: async ({ browser, browsers }, use, { parallelIndex }) => {
    const pages: Page[] = []
    const session = (role: string) => join(sessions, `${role}-${parallelIndex}.json`)
    await use(async (role) => {
      const signedIn = existsSync(session(role))
      const context =
        browsers.get(role) ??
        (await browser.newContext({
          locale: 'zh-CN',
          ...(signedIn ? { storageState: session(role) } : {}),
        }))
      browsers.set(role, context)
      const page = await context.newPage()
      pages.push(page)
      if (!signedIn) await signIn(page, login(role))
      await context.storageState({ path: session(role) })
      return page
    })
    // A page that is left open goes on asking the CMS for news.
    for (const page of pages) await page.close()
    for (const [role, context] of browsers) await context.storageState({ path: session(role) })
  },
})

/** The same member of staff, speaking to the CMS without its pages. */
export function staff(role: string): Promise<Staff> {
  const known = voices.get(role) ?? resume(role)
  voices.set(role, known)
  return known
}

async function resume(role: string): Promise<Staff> {
  const session = join(sessions, `${role}.token`)
  if (existsSync(session)) return inSession(cms, await readFile(session, 'utf8'))
  const token = await openSession({ cms, logins: [login(role)] }, role)
  await writeFile(session, token)
  return inSession(cms, token)
}

/** Opens the list of a content type. */
export async function openList(page: Page, type: string): Promise<void> {
  await page.goto(`${cms}/admin/content-manager/collection-types/api::${type}.${type}`)
}

/** Types into the text of an entry, as it will look. */
export async function write(page: Page, text: string, field = '正文'): Promise<void> {
  await page.getByRole('textbox', { name: field }).click()
  await page.keyboard.type(text)
}
