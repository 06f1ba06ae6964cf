import { expect, test } from 'playwright/test'
import { violations } from './support/axe.ts'
import { lampStory } from '../support/portal/stories.ts'
import { portal } from './support/places.ts'
import { facts, goOn, walkToTheEnd, writeHalf } from './support/writing.ts'

test('the receipt asks before it is left, until it is kept; its code fills the tracking form', async ({
  page,
}) => {
  await writeHalf(page)
  await page.getByLabel('事实与理由').fill(facts)
  await goOn(page)
  await page.getByLabel('诉求', { exact: true }).fill(lampStory.request)
  await walkToTheEnd(page)
  await page.getByRole('button', { name: '提交信访事项' }).click()
  await expect(page.getByRole('img', { name: /二维码/ })).toBeVisible()
  expect(await violations(page)).toEqual([])
  const value = page.locator('.receipt-value').first()
  const size = () => value.evaluate((element) => parseFloat(getComputedStyle(element).fontSize))
  const before = await size()
  await page.getByRole('link', { name: /放大/ }).click()
  expect(await size()).toBeGreaterThan(before * 1.4)
  await page.getByRole('link', { name: '恢复原来大小' }).click()
  expect(await size()).toBe(before)

  const asked: string[] = []
  page.once('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.dismiss()
  })
  await page.getByRole('link', { name: '首页' }).first().click({ noWaitAfter: true })
  await expect.poll(() => asked).toEqual(['beforeunload'])
  await expect(value).toBeVisible()

  const [number, code] = await page.locator('.receipt-value').allInnerTexts()
  await page.getByRole('button', { name: '我已经保存好了' }).click()
  const requested: string[] = []
  page.on('request', (request) => requested.push(request.url()))
  await page.locator('.receipt-keeping').getByRole('link', { name: '查进度' }).click()
  await expect(page.getByLabel('查询编号')).toHaveValue(number ?? '')
  await expect(page.getByLabel('查询码')).toHaveValue(code ?? '')
  expect(page.url()).toBe(`${portal}/petition/track/`)
  const secret = (code ?? '').replaceAll('-', '')
  expect(requested.filter((url) => url.split('#')[0]?.includes(secret))).toEqual([])
})
