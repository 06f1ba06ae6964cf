import type { Page } from 'playwright'
import { story } from './stories.ts'

/** The heading of the step that the petition form shows. */
export const heading = (page: Page) => page.locator('.part:not([hidden]) > h2')
export const next = (page: Page) =>
  page.getByRole('button', { name: /^(?:下一步|改好了，回去检查)$/ })
export const submit = (page: Page) => page.getByRole('button', { name: '提交信访事项' })
export const receipt = (page: Page) => page.getByRole('heading', { name: '已经收到您的信访事项' })

/** Answers whatever the shown step asks. @returns what was typed, by field */
export async function answer(page: Page): Promise<Record<string, string>> {
  const typed: Record<string, string> = {}
  if (await page.getByLabel('申诉求决').isVisible()) await page.getByLabel('申诉求决').check()
  for (const [name, value] of Object.entries(story)) {
    if (name === 'category' || name === 'idNumber') continue
    const field = page.locator(`#${name}`)
    if (!(await field.isVisible())) continue
    if (await field.evaluate((element) => element.tagName === 'SELECT'))
      await field.selectOption(value)
    else await field.fill(value)
    typed[name] = value
  }
  return typed
}

/** Presses a button, and waits until another step is shown. */
export async function goOn(page: Page, press = () => next(page).click()): Promise<void> {
  const before = await heading(page).innerText()
  await press()
  await page.waitForFunction(
    (shown) => document.querySelector<HTMLElement>('.part:not([hidden]) > h2')?.innerText !== shown,
    before,
  )
}

/** Answers and goes on up to a step whose heading says something. */
export async function walkTo(page: Page, title: RegExp): Promise<void> {
  while (!title.test(await heading(page).innerText())) {
    await answer(page)
    await goOn(page)
  }
}

/** Answers what is left, and sends. @returns the receipt number without spaces */
export async function finish(page: Page): Promise<string> {
  while (!(await submit(page).isVisible())) {
    await answer(page)
    await goOn(page)
  }
  await submit(page).click()
  await receipt(page).waitFor({ timeout: 30_000 })
  return (await page.locator('.receipt-value').first().innerText()).replaceAll(' ', '')
}
