import { expect, type Page } from 'playwright/test'
import { lampStory } from '../../support/portal/stories.ts'
import { portal } from './places.ts'

/** What a petitioner writes in the form; what is left away is of the lamps. */
export type Told = { category: string; title: string; facts: string; request: string }

export const lamps: Told = {
  category: '申诉求决',
  title: lampStory.title,
  facts: lampStory.facts,
  request: lampStory.request,
}

/** What is asked, a step each, as functions that fill it in. */
const asked: ((page: Page, told: Told) => Promise<unknown>)[] = [
  async (page, { category, title }) => {
    await page.getByLabel(category).check()
    await page.getByLabel('问题领域').selectOption({ label: '交通出行（道路、公交、停车、路灯）' })
    await page.getByLabel('标题').fill(title)
  },
  (page) => page.getByLabel('问题属地').selectOption({ label: '柳岸社区' }),
  (page, { facts }) => page.getByLabel('事实与理由').fill(facts),
  (page, { request }) => page.getByLabel('诉求', { exact: true }).fill(request),
  async (page) => {
    await page.getByLabel('姓名').fill(lampStory.name)
    await page.getByLabel('手机号码').fill(lampStory.phone)
    await page.getByLabel('联系地址').fill(lampStory.address)
  },
  // The office of the tests sends neither SMS nor e-mail: it is not asked how to tell. No attachments.
  () => Promise.resolve(),
]

export const stepHeading = (page: Page, step: number) =>
  page.getByRole('heading', { level: 2, name: new RegExp(`第 ${step} 步，共 7 步`) })
export const goOn = (page: Page) => page.getByRole('button', { name: '下一步' }).click()
export const send = (page: Page) => page.getByRole('button', { name: '提交信访事项' }).click()

/** Answers one step after the other, up to checking the answers. */
export async function walk(page: Page, told: Partial<Told> = {}): Promise<void> {
  for (const [index, answer] of asked.entries()) {
    await expect(stepHeading(page, index + 1)).toBeVisible()
    await answer(page, { ...lamps, ...told })
    await goOn(page)
  }
  await expect(stepHeading(page, 7)).toBeFocused()
}

/** Fills the one page that a browser without a script shows. */
export async function fillAll(page: Page, told: Partial<Told> = {}): Promise<void> {
  for (const answer of asked) await answer(page, { ...lamps, ...told })
}

/** What a petitioner keeps: number and code as the receipt shows them. */
export type Kept = { number: string; code: string }

export async function readReceipt(page: Page): Promise<Kept> {
  await expect(page.getByRole('heading', { name: '已经收到您的信访事项' })).toBeVisible()
  const values = await page.locator('.receipt-value').allInnerTexts()
  const [number = '', code = ''] = values
  expect(number.replaceAll(' ', '')).toMatch(/^\d{16}$/)
  expect(code).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$/)
  return { number, code }
}

/** Files a petition on the portal's form. */
export async function file(page: Page, told: Partial<Told> = {}): Promise<Kept> {
  await page.goto(`${portal}/petition/`)
  await walk(page, told)
  await send(page)
  return readReceipt(page)
}

/** Looks up a petition. */
export async function track(page: Page, { number, code }: Kept): Promise<void> {
  await page.goto(`${portal}/petition/track/`)
  await page.getByLabel('查询编号').fill(number)
  await page.getByLabel('查询码').fill(code)
  await page.getByRole('button', { name: '查进度' }).click()
}

/** Looks a petition up again until its page has these words: the desk brings them within seconds. */
export async function trackUntil(page: Page, kept: Kept, words: string): Promise<void> {
  await expect(async () => {
    await track(page, kept)
    await expect(page.getByRole('main')).toContainText(words, { timeout: 3_000 })
  }).toPass({ timeout: 60_000 })
}

/** Evaluates what was answered. */
export async function evaluate(page: Page, satisfaction: string, comment: string): Promise<void> {
  await page.getByLabel(satisfaction, { exact: true }).check()
  await page.getByLabel(/意见/).fill(comment)
  await page.getByRole('button', { name: '提交评价' }).click()
  // The desk may have collected it by then.
  await expect(page.getByRole('heading', { name: /谢谢您的评价|您的评价已经登记/ })).toBeVisible()
}

/** Asks for a review or a re-review. */
export async function appeal(page: Page, level: '复查' | '复核', grounds: string): Promise<void> {
  await page.locator('#appeal summary').click()
  await page.getByLabel('申请的理由').fill(grounds)
  await page.getByRole('button', { name: `送出${level}申请` }).click()
  await expect(page.getByText(`${level}申请已送出`).first()).toBeVisible()
}
