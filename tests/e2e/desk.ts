import { expect, type Page } from 'playwright/test'
import { cms, login } from './places.ts'

/** Signs in to the admin pages as a person does. */
export async function signIn(page: Page, role: string): Promise<void> {
  const { email, password } = login(role)
  await page.goto(`${cms}/admin/auth/login`)
  await page.getByLabel(/邮箱|电子邮件/).fill(email)
  await page.getByLabel(/^密码/).fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByRole('heading', { name: /您好/ })).toBeVisible({ timeout: 30_000 })
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
