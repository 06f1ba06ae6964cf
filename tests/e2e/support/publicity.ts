import { expect, type Page } from 'playwright/test'
import { openList } from './staff-browser.ts'
import { portal } from './places.ts'

/** Chooses one of the words of a list. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

/** Relations are chosen from a list that narrows while one types. */
async function relate(page: Page, label: string, name: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label })
  await box.click()
  await box.pressSequentially(name)
  await page
    .getByRole('option', { name: new RegExp(name) })
    .first()
    .click()
}

/** Fills in a day as the field shows it, `2026-11-01`. */
async function enterDay(page: Page, label: string, day: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label })
  await field.fill(day)
  await field.press('Tab')
  await expect(field).toHaveValue(day)
}

/** Where the entry on the page stands. */
export const state = (page: Page) => page.getByTestId('edition-state')

/** Opens an entry where a colleague left it. */
export async function openEntry(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(state(page)).toBeVisible({ timeout: 30_000 })
}

/** Saves the draft. */
export async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('button', { name: '保存', exact: true })).toBeDisabled()
}

/** Lets the entry on the page come slowly whenever it is read anew, as over a poor line. */
export async function slowDown(page: Page): Promise<void> {
  await page.route(
    /\/content-manager\/collection-types\/[^/]+\/[a-z0-9]{24}(\?|$)/,
    async (route) => {
      const wait = route.request().method() === 'GET' ? 2_000 : 0
      await new Promise((resolve) => setTimeout(resolve, wait))
      await route.continue()
    },
  )
}

/** Begins an entry with what every dated entry has. */
export async function begin(
  page: Page,
  type: string,
  entry: Record<string, string>,
): Promise<void> {
  await openList(page, type)
  await page
    .getByRole('link', { name: /新建|添加/ })
    .first()
    .click()
  for (const [label, text] of Object.entries(entry)) {
    await page.getByRole('textbox', { name: label }).fill(text)
  }
}

/** Writes the text of an entry anew. */
export async function writeBody(page: Page, text: string): Promise<void> {
  const box = page.locator('[contenteditable="true"]').first()
  await box.click()
  // Held as long as a person holds it: the editor takes some milliseconds to choose everything.
  await page.keyboard.press('Control+A', { delay: 100 })
  await page.keyboard.type(text)
}

/** Classifies a notice: what it is of, where, by whom, how it ended. */
export async function classify(page: Page): Promise<void> {
  await choose(page, '信访类别', '申诉求决')
  await relate(page, '问题领域', '住房建设')
  await relate(page, '问题属地', '柳岸社区')
  await relate(page, '承办单位', '区住房和城乡建设局')
  await choose(page, '办理结果', '予以支持')
  await enterDay(page, '收到日期', '2026-11-01')
  await enterDay(page, '答复日期', '2026-11-10')
}

/** Takes a step of the workflow by its button, with a reason where one is asked for. */
export async function take(
  page: Page,
  button: string,
  then: string,
  reason?: string,
): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click()
  if (reason) await page.getByRole('textbox', { name: /原因/ }).fill(reason)
  // Of an entry with pictures: whoever approves says to have looked at them.
  const looked = page.getByRole('checkbox', { name: /都看过了/ })
  if (await looked.isVisible()) await looked.check()
  const doubts = page.getByRole('checkbox', { name: /逐处看过/ })
  if (await doubts.isVisible()) await doubts.check()
  const taken = page.waitForResponse(
    (response) => response.url().endsWith('/steps') && response.request().method() === 'POST',
    { timeout: 90_000 },
  )
  await page.getByRole('button', { name: `确认${button}` }).click()
  const answer = await taken
  expect(answer.status(), await answer.text()).toBe(200)
  // The page is loaded anew, as slowly as signing in.
  await expect(state(page)).toHaveText(then, { timeout: 90_000 })
}

/** Waits until citizens read a text on a page. */
export async function appears(page: Page, path: string, text: string): Promise<void> {
  await expect(async () => {
    const response = await page.goto(`${portal}${path}`)
    expect(response?.status()).toBe(200)
    await expect(page.getByRole('main')).toContainText(text, { timeout: 1_000 })
  }).toPass({ timeout: 180_000 })
}

/** Looks for `words` as a citizen does: the entry must come first. */
export async function isFound(page: Page, words: string, title: string): Promise<void> {
  await page.goto(`${portal}/search/?q=${encodeURIComponent(words)}`)
  await expect(page.locator('[data-result]').first()).toContainText(title)
}
