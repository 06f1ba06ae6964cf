import { readFile } from 'node:fs/promises'
import mammoth from 'mammoth'
import { addDays, shanghaiDay } from '../../content/calendar/day.ts'
import { longMonth } from '../../content/calendar/wording.ts'
import { expect, type Download } from 'playwright/test'
import { newForm } from '../support/case/registration.ts'
import { openQueue } from './support/desk.ts'
import { portal } from './support/places.ts'
import { staff, test } from './support/staff-browser.ts'

// A month that is over: read, taken along as Word and as a table, published, and read by citizens.

// The one before last: other tests file into this month and the last, at the same time.
const theMonth = addDays(`${shanghaiDay(new Date()).slice(0, 7)}-01`, -40).slice(0, 7)

/** Letters of that month about a topic. */
async function letters(topic: string, count: number): Promise<void> {
  const clerk = await staff('case-clerk')
  for (let nth = 0; nth < count; nth += 1) {
    const receivedAt = `${theMonth}-${String(10 + nth)} 09:00`
    const form = newForm({ channel: 'letter', receivedAt, topic, title: `那个月的第 ${nth} 件` })
    expect((await clerk.call('POST', '/desk/cases', form)).status).toBe(200)
  }
}

const read = async (download: Download) => readFile(await download.path())

test('a clerk makes the bulletin of a month, publishes the month, and citizens see it without small cells', async ({
  page: citizen,
  atDesk,
}) => {
  test.setTimeout(240_000)
  await letters('transport', 8)
  await letters('housing', 6)
  await letters('education', 2)
  const page = await atDesk('case-clerk')
  await page.setViewportSize({ width: 1280, height: 900 })
  await openQueue(page)
  await page.getByRole('link', { name: '统计', exact: true }).click()
  await page.getByRole('combobox', { name: '月份' }).click()
  await page.getByRole('option', { name: longMonth(theMonth) }).click()
  await expect(
    page.getByRole('heading', {
      name: new RegExp(`^${longMonth(theMonth)}收到信访事项 \\d+ 件$`),
    }),
  ).toBeVisible()
  const topics = page.getByRole('region', { name: '问题领域' })
  await expect(topics.getByRole('row').filter({ hasText: '交通出行' })).toContainText('8')

  const [word] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '信访工作通报（Word）' }).click(),
  ])
  expect(word.suggestedFilename()).toBe(`信访工作通报 ${longMonth(theMonth)}.docx`)
  const { value } = await mammoth.extractRawText({ buffer: await read(word) })
  expect(value).toContain('交通出行')
  expect(value).toContain('及时受理率')
  expect(value).not.toMatch(/[〔〕]|undefined|null/)
  const [table] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '表格（CSV）' }).click(),
  ])
  expect(table.suggestedFilename()).toBe(`信访统计 ${longMonth(theMonth)}.csv`)
  expect((await read(table)).toString()).toMatch(/问题领域,交通出行,8/)

  // The templates are a press away, and it begins at the bulletin's.
  await page.getByRole('link', { name: '改通报的模板' }).click()
  await expect(page.getByRole('group', { name: '信访工作通报' })).toBeInViewport()
  await page.goBack()

  const release = page.getByRole('region', { name: '公布到网站' })
  await release.getByRole('button', { name: '看看公布什么' }).click()
  const shown = release.getByRole('region', { name: '公布的内容' })
  await expect(shown.getByRole('row').filter({ hasText: '交通出行' })).toContainText('8')
  await expect(shown.getByRole('row').filter({ hasText: '教育' })).toContainText('不显示')
  await release.getByRole('button', { name: '公布到网站' }).click()
  await expect(release.getByRole('status')).toContainText('已公布')

  await expect(async () => {
    await citizen.goto(`${portal}/statistics/`)
    await expect(
      citizen.getByRole('heading', { name: longMonth(theMonth), exact: true }),
    ).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 150_000 })
  const month = citizen.getByRole('region', { name: longMonth(theMonth), exact: true })
  await expect(month.getByRole('row').filter({ hasText: '交通出行' }).first()).toContainText('8')
  await expect(month.getByRole('row').filter({ hasText: '教育' }).first()).not.toContainText(
    /[1-9]/,
  )

  await release.getByRole('button', { name: '从网站撤下' }).click()
  await expect(release.getByRole('status')).toContainText('已撤下')
})
