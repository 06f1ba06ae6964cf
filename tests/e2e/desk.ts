import { expect, type Browser, type Page } from 'playwright/test'
import { signIn as signInToApi, type Staff } from '../support/staff.ts'
import { cms, login } from './places.ts'

type Session = Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>

// The CMS takes five attempts in five minutes for an account: each signs in once, and stays so.
const sessions = new Map<string, Session>()
const voices = new Map<string, Promise<Staff>>()

async function signIn(page: Page, { email, password }: ReturnType<typeof login>): Promise<void> {
  await page.goto(`${cms}/admin/auth/login`)
  await page.getByLabel(/邮箱|电子邮件/).fill(email)
  await page.getByLabel(/^密码/).fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByRole('heading', { name: /您好/ })).toBeVisible({ timeout: 30_000 })
}

/** A member of staff at a desk of their own, signed in by the form as a person does. */
export async function atDesk(browser: Browser, role: string): Promise<Page> {
  const storageState = sessions.get(role)
  const context = await browser.newContext({ locale: 'zh-CN', storageState })
  const page = await context.newPage()
  if (!storageState) {
    await signIn(page, login(role))
    sessions.set(role, await context.storageState())
  }
  return page
}

/** The same member of staff, speaking to the CMS without its pages. */
export function staff(role: string): Promise<Staff> {
  const known = voices.get(role) ?? signInToApi({ cms, logins: [login(role)] }, role)
  voices.set(role, known)
  return known
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
