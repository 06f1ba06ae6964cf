import { expect, test, type Page } from 'playwright/test'
import sharp from 'sharp'
import { violations } from './support/axe.ts'
import { lampStory } from '../support/portal/stories.ts'
import { portal } from './support/places.ts'
import { facts, goOn, stepHeading, walkToTheEnd, writeHalf } from './support/writing.ts'

const save = (page: Page) =>
  page.getByRole('button', { name: '先保存，换个时间或换台设备再写' }).click()

/** The code as the page shows it. */
async function readCode(page: Page): Promise<string> {
  const value = page.locator('.save-code-value')
  await expect(value).toHaveText(/^[A-Z2-9]{4}(·[A-Z2-9]{4}){3}$/)
  return (await value.innerText()).replace(/\s/g, '')
}

async function resume(page: Page, code: string): Promise<void> {
  await page.goto(`${portal}/petition/resume/`)
  await page.getByLabel('接着写的码').fill(code)
  await page.getByRole('button', { name: '接着写', exact: true }).click()
}

test('a form is saved on one device, gone on with on another, and filed there', async ({
  page,
  browser,
}) => {
  await writeHalf(page)
  await save(page)
  const code = await readCode(page)
  await expect(page.locator('.save-code')).toBeFocused()
  await expect(page.getByText('已经保存，还没有提交')).toBeVisible()
  expect(await violations(page)).toEqual([])

  const telephone = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 360, height: 740 },
  })
  const other = await telephone.newPage()
  await resume(other, code.toLowerCase())
  await expect(other.getByText('上次写的已经填好')).toBeVisible()
  // 「今年九月」 is too short for the facts, so this is where it goes on.
  await expect(stepHeading(other, 3)).toBeVisible()
  await expect(other.getByLabel('事实与理由')).toHaveValue('今年九月')
  await expect(other.getByLabel('标题')).toHaveValue(lampStory.title)
  expect(new URL(other.url()).href).not.toContain(code.slice(0, 4))

  await other.getByLabel('事实与理由').fill(facts)
  await other.getByRole('button', { name: '现在就保存新写的' }).click()
  expect(await readCode(other)).toBe(code)
  await goOn(other)
  await other.getByLabel('诉求', { exact: true }).fill(lampStory.request)
  await walkToTheEnd(other)
  await other.getByRole('button', { name: '提交信访事项' }).click()
  await expect(other.getByRole('heading', { name: '已经收到您的信访事项' })).toBeVisible()
  await telephone.close()

  page.on('dialog', (dialog) => void dialog.accept())
  await resume(page, code)
  await expect(page.getByRole('alert')).toContainText('没有找到')
  await expect(page.getByLabel('接着写的码')).toHaveValue(code)
})

test('files that have arrived come along to the other device', async ({ page, browser }) => {
  await writeHalf(page)
  const buffer = await sharp({
    create: { width: 30, height: 20, channels: 3, background: '#888' },
  })
    .png()
    .toBuffer()
  await page
    .getByLabel('附件（选填）')
    .setInputFiles({ name: '路灯.png', mimeType: 'image/png', buffer })
  await expect(page.locator('.attachments')).toContainText('已上传')
  await save(page)
  const code = await readCode(page)
  const other = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  await resume(other, code)
  await expect(other.locator('.attachment-name')).toHaveText('路灯.png')
})

test('what is saved can be wiped, and the form on the page stays', async ({ page, browser }) => {
  await writeHalf(page)
  await save(page)
  const code = await readCode(page)
  await page.getByText('不想留在网站上').click()
  await page.getByRole('button', { name: '清除已保存的内容' }).click()
  await expect(page.getByText('您写的还在这一页')).toBeVisible()
  await expect(page.getByLabel('事实与理由')).toHaveValue('今年九月')
  const other = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  await resume(other, code)
  await expect(other.getByRole('alert')).toContainText('没有找到')
})

test('a broken connection is said, and the form can be saved again', async ({ page, context }) => {
  await writeHalf(page)
  await context.setOffline(true)
  await save(page)
  await expect(page.getByText('没有连上网站')).toBeVisible()
  await context.setOffline(false)
  await save(page)
  await readCode(page)
})

test('a draft on this device stays apart from a form that another code opens', async ({ page }) => {
  const kept = () => page.evaluate(() => localStorage.getItem('petition-draft'))
  await writeHalf(page)
  await save(page)
  const code = await readCode(page)
  page.on('dialog', (dialog) => void dialog.accept())
  await page.goto(`${portal}/petition/`)
  await page.getByRole('button', { name: '清空，重新写' }).click()
  await expect(stepHeading(page, 1)).toBeVisible()
  await page.getByLabel('存草稿').check()
  await page.getByLabel('标题').fill('另一件事')
  await expect.poll(kept).toContain('另一件事')
  await resume(page, code)
  await expect(stepHeading(page, 3)).toBeVisible()
  await expect(page.getByLabel('标题')).toHaveValue(lampStory.title)
  await expect(page.getByText('这台设备上另有一份草稿')).toBeVisible()
  await page.getByLabel('事实与理由').fill(facts)
  expect(await kept()).toContain('另一件事')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a form is saved, gone on with and filed', async ({ page, browser }) => {
    await page.goto(`${portal}/petition/`)
    await page.getByLabel('标题').fill('没有脚本也能保存')
    await page.getByLabel('事实与理由').fill(facts)
    await save(page)
    const code = await readCode(page)
    await expect(page.getByLabel('标题')).toHaveValue('没有脚本也能保存')
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' })
    const other = await context.newPage()
    await resume(other, code)
    await expect(other.getByLabel('事实与理由')).toHaveValue(facts)
    await other.getByText('不想留在网站上').click()
    await other.getByRole('button', { name: '清除已保存的内容' }).click()
    await expect(other.getByText('您写的还在这一页')).toBeVisible()
    await expect(other.getByLabel('事实与理由')).toHaveValue(facts)
    await resume(page, code)
    await expect(page.getByRole('alert')).toContainText('没有找到')
    await context.close()
  })
})
