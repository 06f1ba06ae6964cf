import { expect, type Page } from 'playwright/test'
import { openAction } from './case-page.ts'
import { cms } from './places.ts'

/** Opens the queue from the page that is shown after signing in; nothing is loaded anew from then on. */
export async function openQueue(page: Page): Promise<void> {
  await page.goto(`${cms}/admin/`)
  await page.getByRole('link', { name: '办件', exact: true }).first().click()
  await expect(page.getByRole('searchbox', { name: '搜索办件' })).toBeVisible({ timeout: 30_000 })
}

/** Looks a case up in the queue, which is open or a step or two back. */
export async function lookUp(page: Page, number: string): Promise<void> {
  for (const name of ['← 回到这一件', '← 全部办件']) {
    const back = page.getByRole('link', { name })
    if (await back.isVisible()) await back.click()
  }
  const box = page.getByRole('searchbox', { name: '搜索办件' })
  await expect(box).toBeVisible()
  await box.fill(number)
  await box.press('Enter')
  await expect(box).toHaveValue(number)
}

/** The row of a case in the queue. */
export const rowOf = (page: Page, number: string) =>
  page.getByRole('row').filter({ hasText: number })

/** Opens a case from the queue, anew until it says so: what petitioners and colleagues did comes within seconds. */
export async function openFromQueue(page: Page, number: string, says: string | RegExp) {
  await expect(async () => {
    await lookUp(page, number)
    await rowOf(page, number).getByRole('link').first().click({ timeout: 4_000 })
    await expect(page.getByRole('main')).toContainText(says, { timeout: 4_000 })
  }).toPass({ timeout: 60_000 })
}

/** Takes a step on the page of a case: opens its form, fills it in by the names of its fields, and confirms it. */
export async function takeStep(page: Page, button: string, texts: Record<string, string> = {}) {
  const form = await openAction(page, button)
  for (const [label, text] of Object.entries(texts))
    await form.getByRole('textbox', { name: label }).fill(text)
  await form.getByRole('button', { name: `确认${button}` }).click()
  await expect(page.getByText(`“${button}”已经办好。`)).toBeFocused()
}

/** Refers a case to units, the first in the lead, each with what is said to it. */
export async function refer(page: Page, units: [name: string, note: string][]): Promise<void> {
  const form = await openAction(page, '转送')
  for (const [place, [name, note]] of units.entries()) {
    await form.getByRole('combobox', { name: place === 0 ? /承办单位/ : /再加一个单位/ }).fill(name)
    await page.getByRole('option', { name }).click()
    await form.getByRole('group', { name }).getByRole('textbox', { name: /的话/ }).fill(note)
  }
  await form.getByRole('button', { name: '确认转送' }).click()
  await expect(page.getByText('“转送”已经办好。')).toBeFocused()
}

/** Writes an opinion on the page that the case leads to, and sends it. `parts` are by the names of its fields. */
export async function answer(
  page: Page,
  link: string,
  parts: Record<string, string>,
  button: string,
  said: string,
): Promise<void> {
  await page.getByRole('link', { name: link }).click()
  for (const [name, text] of Object.entries(parts))
    await page.getByRole('textbox', { name, exact: true }).fill(text)
  await page.getByRole('button', { name: button }).click()
  await expect(page.getByText(said)).toBeFocused()
}
