import { expect, test, type Page } from 'playwright/test'
import { openList, signIn } from './desk.ts'
import { portal } from './places.ts'

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

async function enterDay(page: Page, label: string, day: string): Promise<void> {
  await page.getByLabel(label).fill(day)
  await page.getByLabel(label).press('Tab')
  await expect(page.getByLabel(label)).toHaveValue(day)
}

async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await expect(page.getByText('已发布').first()).toBeVisible()
}

async function appears(page: Page, path: string, text: string): Promise<void> {
  await expect(async () => {
    const response = await page.goto(`${portal}${path}`)
    expect(response?.status()).toBe(200)
    await expect(page.getByRole('main')).toContainText(text, { timeout: 1_000 })
  }).toPass({ timeout: 60_000 })
}

async function isFound(page: Page, words: string, title: string): Promise<void> {
  await page.goto(`${portal}/search/?q=${encodeURIComponent(words)}`)
  await expect(page.locator('[data-result]').first()).toContainText(title)
}

test('staff publish an essay and an anonymised notice; both are on the portal and in its search', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000)
  const reader = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  await signIn(page, 'publicity-reviewer')

  await openList(page, 'essay')
  await page
    .getByRole('link', { name: /新建|添加/ })
    .first()
    .click()
  await page.getByRole('textbox', { name: '标题' }).fill('窗口里的一盏灯')
  await page.getByRole('textbox', { name: '网址名' }).fill('a-lamp-in-the-window')
  await page.getByRole('textbox', { name: '摘要' }).fill('值班室的灯亮到最后一位来访群众离开。')
  await page.locator('.CodeMirror').first().click()
  await page.keyboard.type('值班室的萤石灯亮到很晚。')
  await page.getByRole('textbox', { name: '来源' }).fill('本局')
  await publish(page)
  await appears(reader, '/essays/a-lamp-in-the-window/', '值班室的萤石灯亮到很晚')
  await isFound(reader, '萤石灯', '窗口里的一盏灯')

  await openList(page, 'notice')
  await page
    .getByRole('link', { name: /新建|添加/ })
    .first()
    .click()
  await page.getByRole('textbox', { name: '标题' }).fill('某小区健身器材松动的办理结果')
  await page.getByRole('textbox', { name: '网址名' }).fill('2026-1122-loose-fitness-equipment')
  await page.getByRole('textbox', { name: '摘要' }).fill('器材已加固，并每月巡查。')
  await page.locator('.CodeMirror').first().click()
  await page.keyboard.type('经核实，漫步机底座螺栓松动，已当日加固。')
  await page.getByRole('textbox', { name: '诉求' }).fill('请求维修某小区松动的健身器材。')
  await choose(page, '信访类别', '申诉求决')
  await relate(page, '问题领域', '住房建设')
  await relate(page, '问题属地', '柳岸社区')
  await relate(page, '承办单位', '区住房和城乡建设局')
  await choose(page, '办理结果', '予以支持')
  await enterDay(page, '收到日期', '2026/11/01')
  await enterDay(page, '答复日期', '2026/11/10')
  await page.getByRole('textbox', { name: '来源' }).fill('本局')
  await publish(page)
  await appears(reader, '/notices/2026-1122-loose-fitness-equipment/', '漫步机底座螺栓松动')
  await isFound(reader, '漫步机底座', '某小区健身器材松动的办理结果')
})
