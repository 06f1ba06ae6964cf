import { addDays, shanghaiDay } from '../../content/calendar/day.ts'
import { longDay } from '../../content/calendar/wording.ts'
import { expect } from 'playwright/test'
import { newForm } from '../support/case/registration.ts'
import type { RegisteredCase } from '../../cms/src/contracts/cases/registration.ts'
import { openCase } from './support/case-page.ts'
import { openQueue } from './support/desk.ts'
import { cms } from './support/places.ts'
import { staff, test } from './support/staff-browser.ts'

// What people come to the desk's pages about duties for: the calendar, the units, the officials, the record of views.

const inFours = (number: string) => number.replace(/(\d{4})(?=\d)/g, '$1 ')

/** A case that came by letter on a day, of which nothing has been done beside its registration. */
async function letterOf(day: string, title: string): Promise<RegisteredCase> {
  const clerk = await staff('case-clerk')
  const form = newForm({ channel: 'letter', receivedAt: `${day} 00:30`, title })
  const { status, body } = await clerk.call('POST', '/desk/cases', form)
  expect(status).toBe(200)
  return body as RegisteredCase
}

/** A matter that was settled on the spot, so that it is over: a notice may name it. */
async function settledOnSpot(title: string): Promise<RegisteredCase> {
  const clerk = await staff('case-clerk')
  const settled = { isSettled: true, settled: '网格员当场换好了灯泡。' }
  const form = newForm({ channel: 'grid', ...settled, title })
  const { status, body } = await clerk.call('POST', '/desk/cases', form)
  expect(status).toBe(200)
  return body as RegisteredCase
}

const today = () => shanghaiDay(new Date())

for (const [name, width, height] of [
  ['a desk', 1280, 900],
  ['a telephone', 390, 844],
] as const) {
  test(`a clerk sees at ${name} what is due this week, and opens it`, async ({ atDesk }) => {
    const title = `今天要转办的来信（${width}）`
    await letterOf(addDays(today(), -15), title)
    const page = await atDesk('case-clerk')
    await page.setViewportSize({ width, height })
    await openQueue(page)
    await page.getByRole('link', { name: '期限日历' }).click()
    await expect(page.getByRole('heading', { name: '期限日历', level: 1 })).toBeVisible()
    const [, month, date] = today().split('-').map(Number)
    const dayAndMonth = new RegExp(`^${month}月${date}日 周`)
    const due =
      width > 1000
        ? page.getByRole('region', { name: `${longDay(today())}到期的` })
        : page.getByRole('region', { name: dayAndMonth })
    const item = due.getByRole('listitem').filter({ hasText: title })
    await expect(item).toContainText('登记并转送、交办（第 22 条）')
    await item.getByRole('link', { name: title }).click()
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
  })
}

test('a clerk sees how each unit stands, and opens what one is late with', async ({ atDesk }) => {
  const title = '单位没有按期告知的来信'
  const unit = '区水利局'
  const { documentId } = await letterOf(addDays(today(), -40), title)
  const clerk = await staff('case-clerk')
  const step = { kind: 'refer', unit }
  expect((await clerk.call('POST', `/desk/cases/${documentId}/actions`, step)).status).toBe(200)
  const page = await atDesk('case-clerk')
  await page.setViewportSize({ width: 1280, height: 900 })
  await openQueue(page)
  await page.getByRole('link', { name: '各单位办理情况' }).click()
  const row = page
    .getByRole('table', { name: '各单位办理情况' })
    .getByRole('row')
    .filter({ hasText: unit })
  await row.getByRole('link', { name: new RegExp(`^${unit}在办 \\d+ 件$`) }).click()
  await expect(page.getByRole('row').filter({ hasText: title })).toContainText(unit)
})

test('a clerk asks an official to take a case on; the official records a visit, and the clerk reads it', async ({
  atDesk,
}) => {
  const title = '请领导到现场看的来信'
  const { documentId } = await letterOf(today(), title)
  const clerk = await atDesk('case-clerk')
  await openCase(clerk, documentId)
  const part = clerk.getByRole('region', { name: '领导包案和接访' })
  await part.getByRole('button', { name: '请领导包案' }).click()
  await part.getByRole('combobox', { name: '哪位领导' }).click()
  await clerk.getByRole('option').first().click()
  await part.getByRole('textbox', { name: '哪天以前办好' }).fill(addDays(today(), 20))
  await part.getByRole('textbox', { name: '要求' }).fill('请到现场看一次。')
  await part.getByRole('button', { name: '交给这位领导包案' }).click()
  await expect(part.getByText(/包案，.+还没有走访约谈。/)).toBeVisible()

  const official = await atDesk('leading-official')
  await official.setViewportSize({ width: 390, height: 844 })
  await official.goto(`${cms}/admin/`)
  await official.getByRole('link', { name: '包案和接访' }).first().click()
  await official.getByRole('link', { name: title }).click()
  const met = official.getByRole('region', { name: '记走访约谈' })
  await met.getByRole('button', { name: '记下走访约谈' }).click()
  await expect(met.getByRole('alert')).toHaveText('请选择走访、约谈还是接访。')
  await met.getByRole('combobox', { name: '怎样见的' }).click()
  await official.getByRole('option', { name: '走访' }).click()
  await met.getByRole('textbox', { name: '说了什么' }).fill('到巷口看过，三盏灯都不亮。')
  await met.getByRole('button', { name: '记下走访约谈' }).click()
  await expect(official.getByRole('region', { name: '经过' })).toContainText('三盏灯都不亮')
  // What was sent is in the form no more.
  await expect(met.getByRole('textbox', { name: '说了什么' })).toHaveValue('')

  await clerk.reload()
  await expect(part.getByText(/见过 1 次/)).toBeVisible()
})

test('an auditor finds who opened a case by its number, and nothing of the case', async ({
  atDesk,
}) => {
  const title = '看的人要记下来的来信'
  const { documentId, number } = await letterOf(today(), title)
  const other = await letterOf(today(), '没有人看的来信')
  const clerk = await atDesk('case-clerk')
  await openCase(clerk, documentId)
  await clerk.getByRole('button', { name: '查看信访人' }).click()
  await expect(clerk.getByText('13800005678')).toBeVisible()

  const auditor = await atDesk('auditor')
  await auditor.setViewportSize({ width: 1280, height: 900 })
  await auditor.goto(`${cms}/admin/`)
  await auditor.getByRole('link', { name: '打开查阅记录' }).click()
  const filters = auditor.getByRole('search', { name: '筛选查阅记录' })
  await filters.getByRole('textbox', { name: '查询编号' }).fill(inFours(number))
  await filters.getByRole('button', { name: '查找' }).click()
  const rows = auditor.getByRole('table', { name: '查阅记录' }).getByRole('row')
  await expect(rows.filter({ hasText: '查看信访人' })).toContainText(inFours(number))
  await expect(rows.filter({ hasText: '查看信访人' })).toContainText('case-clerk@petition.example')
  await expect(auditor.getByRole('main')).not.toContainText(title)
  await expect(auditor.getByRole('main')).not.toContainText(inFours(other.number))
  // What was asked stands in no address.
  expect(auditor.url()).not.toContain(number)
})

test('nothing that is looked for at the desk stands in an address', async ({ atDesk }) => {
  const { number } = await settledOnSpot('编号不进网址的来信')
  const asked: string[] = []
  const clerk = await atDesk('case-clerk')
  clerk.on('request', (request) => asked.push(request.url()))
  await clerk.goto(`${cms}/admin/`)
  // The list of cases in the content manager, whose search would put words there, leads to the queue.
  await clerk.goto(`${cms}/admin/content-manager/collection-types/api::case.case`)
  await expect(clerk.getByRole('searchbox', { name: '搜索办件' })).toBeVisible()
  await clerk.getByRole('searchbox', { name: '搜索办件' }).fill(inFours(number))
  await clerk.getByRole('searchbox', { name: '搜索办件' }).press('Enter')
  await expect(clerk.getByRole('link', { name: '编号不进网址的来信' })).toBeVisible()
  // 内容管理 begins with that list too; pressed in the menu, it leads to the other lists.
  await clerk.getByRole('link', { name: '内容管理' }).click()
  await expect(clerk.getByRole('link', { name: '包案领导' })).toBeVisible()

  const author = await atDesk('publicity-author')
  author.on('request', (request) => asked.push(request.url()))
  await author.goto(`${cms}/admin/content-manager/collection-types/api::notice.notice/create`)
  const box = author.getByRole('combobox', { name: /对应办件/ })
  await box.click()
  await box.pressSequentially(number.slice(0, 8))
  await author.getByRole('option', { name: new RegExp(inFours(number)) }).click()
  const told = asked.map((address) => decodeURIComponent(address).replace(/[\s+]/g, ''))
  expect(told.filter((address) => address.includes(number.slice(0, 8)))).toEqual([])
})
