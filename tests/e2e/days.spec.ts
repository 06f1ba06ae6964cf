import { expect, type Locator, type Page } from 'playwright/test'
import { shanghaiDay } from '../../content/calendar/day.ts'
import { essay } from '../support/desk/publicity.ts'
import { collection } from '../support/desk/staff.ts'
import { staff, test } from './support/staff-browser.ts'
import { cms } from './support/places.ts'
import { begin, classify, openEntry, state } from './support/publicity.ts'

const field = (page: Page, label: string) => page.getByRole('textbox', { name: label })
const list = (type: string) =>
  `${cms}/admin/content-manager${collection(type).replace('/content-manager', '')}`

/** Pastes into a field, as from a document. */
async function paste(box: Locator, text: string): Promise<void> {
  await box.fill('')
  await box.evaluate((input, pasted) => {
    input.focus()
    document.execCommand('insertText', false, pasted)
  }, text)
}

/** The notice on the page, as it is kept. */
async function kept(page: Page): Promise<Record<string, unknown>> {
  const author = await staff('publicity-author')
  const documentId = new URL(page.url()).pathname.split('/').at(-1)
  const { body } = await author.call('GET', `${collection('notice')}/${documentId}`)
  return (body as { data: Record<string, unknown> }).data
}

test('a day is kept as it was typed or pasted, and read back with its weekday', async ({
  atDesk,
}) => {
  const page = await atDesk('publicity-author')
  await begin(page, 'notice', {
    标题: '写了日期的公示',
    网址名: 'written-days',
    摘要: '一句话。',
    诉求: '请求修好路灯。',
    来源: '本局',
  })
  await page.locator('[contenteditable="true"]').first().click()
  await page.keyboard.type('已经修好。')
  await classify(page)
  const received = field(page, '收到日期')
  for (const typed of [
    '2026-11-03',
    '2026/11/3',
    '2026年11月3日',
    '20261103',
    '２０２６-１１-３ ',
  ]) {
    await received.fill('')
    await received.pressSequentially(typed)
    await received.press('Tab')
    await expect(received).toHaveValue('2026-11-03')
    await expect(page.getByText('2026年11月3日 星期二', { exact: true })).toBeVisible()
  }
  await paste(received, '二〇二六年十一月四日')
  await received.press('Tab')
  await expect(received).toHaveValue('2026-11-04')
  const published = field(page, '发布时间')
  await published.fill('2026年11月5日 9点半')
  await published.press('Tab')
  await expect(published).toHaveValue('2026-11-05 09:30')
  await expect(page.getByText('2026年11月5日 星期四 09:30')).toBeVisible()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.endsWith('/create'))
  const { receivedOn, repliedOn, publicationTime } = await kept(page)
  expect([receivedOn, repliedOn, publicationTime]).toEqual([
    '2026-11-04',
    '2026-11-10',
    '2026-11-05T01:30:00.000Z',
  ])

  // The new entry is read anew first.
  await expect(state(page)).toBeVisible({ timeout: 30_000 })
  // A day that does not exist stays as it was typed, and is not saved.
  await received.fill('2026-02-30')
  await received.press('Tab')
  await expect(page.getByText('2026 年 2 月没有 30 日')).toBeVisible()
  await expect(received).toHaveValue('2026-02-30')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(received).toHaveValue('2026-02-30')
  await expect(page.getByText('2026 年 2 月没有 30 日').first()).toBeVisible()
  expect((await kept(page)).receivedOn).toBe('2026-11-04')
  await received.fill('1826-01-01')
  await received.press('Tab')
  await expect(page.getByText('1949 年到 2099 年')).toBeVisible()
  await received.fill('2026.11.6')
  await received.press('Tab')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('button', { name: '保存', exact: true })).toBeDisabled()
  expect((await kept(page)).receivedOn).toBe('2026-11-06')
})

test('a day is chosen from a calendar too', async ({ atDesk }) => {
  const page = await atDesk('publicity-author')
  await page.goto(`${list('campaign')}/create`)
  await expect(page.getByRole('button', { name: '从日历里选开始日期' })).toBeVisible()
  // The calendar itself is the browser's: it hands over its day by a change.
  await page.locator('input[type="date"]').first().fill('2026-11-16')
  await expect(field(page, '开始日期')).toHaveValue('2026-11-16')
  await expect(page.getByText('2026年11月16日 星期一', { exact: true })).toBeVisible()
})

test('a list is narrowed by a day that is typed', async ({ atDesk }) => {
  const page = await atDesk('publicity-author')
  await page.goto(list('notice'))
  await page.getByRole('button', { name: '筛选' }).click()
  await page.getByRole('combobox', { name: '选择字段' }).click()
  await page.getByRole('option', { name: '收到日期' }).click()
  await page.getByRole('textbox', { name: '收到日期' }).fill('2026年11月6日')
  await page.getByRole('button', { name: '添加筛选' }).click()
  await expect(page.getByText(/收到日期.*2026年11月6日/)).toBeVisible()
  expect(new URL(page.url()).searchParams.toString()).toContain('2026-11-06')
})

test('a day and a time are typed where an entry is scheduled, and refused where it is over or does not exist', async ({
  atDesk,
}) => {
  const page = await atDesk('publicity-publisher')
  const [author, reviewer] = [await staff('publicity-author'), await staff('publicity-reviewer')]
  const made = await author.call('POST', collection('essay'), essay('scheduled-by-typing'))
  const { documentId } = (made.body as { data: { documentId: string } }).data
  const desk = `/desk/editions/api::essay.essay/${documentId}`
  expect((await author.call('POST', `${desk}/steps`, { kind: 'submit' })).status).toBe(200)
  expect(
    (await reviewer.call('POST', `${desk}/steps`, { kind: 'approve', looked: [] })).status,
  ).toBe(200)
  await openEntry(page, `${list('essay')}/${documentId}`)
  await page.getByRole('button', { name: '定时发布', exact: true }).click()
  const form = page.getByRole('group', { name: '定时发布', exact: true })
  const day = form.getByRole('textbox', { name: /日期/ })
  const time = form.getByRole('textbox', { name: /时间/ })
  const confirm = form.getByRole('button', { name: '确认定时发布' })
  // In two months: a year is the most.
  const [year = '', month = '', date = ''] = shanghaiDay(
    new Date(Date.now() + 60 * 86_400_000),
  ).split('-')
  const read = `${year}-${month}-${date}`
  const words = `${year}年${Number(month)}月${Number(date)}日`
  const wide = words.replace(/\d/g, (digit) => '０１２３４５６７８９'[Number(digit)] ?? '')
  for (const typed of [`${year}/${Number(month)}/${Number(date)}`, wide, year + month + date]) {
    await day.fill(typed)
    await day.press('Tab')
    await expect(day).toHaveValue(read)
  }
  await expect(form.getByText(new RegExp(`^${words} 星期.$`))).toBeVisible()
  // A day that does not exist, and an hour that does not, are said, and nothing is sent.
  await day.fill(`${year}-02-30`)
  await day.press('Tab')
  await expect(form.getByText(`${year} 年 2 月没有 30 日`)).toBeVisible()
  await expect(confirm).toBeDisabled()
  await day.fill(words)
  await time.fill('25点')
  await time.press('Tab')
  await expect(confirm).toBeDisabled()
  await time.fill('9点半')
  await time.press('Tab')
  await expect(time).toHaveValue('09:30')
  // One that is over is refused in words, and stays to be mended.
  await day.fill('2020年1月2日')
  await day.press('Tab')
  await confirm.click()
  await expect(form.getByRole('alert')).toHaveText('时间要晚于现在。')
  await expect(day).toHaveValue('2020-01-02')
  await day.fill(`${year}.${month}.${date}`)
  await day.press('Tab')
  await confirm.click()
  await expect(state(page)).toHaveText('已定时', { timeout: 30_000 })
  await expect(page.getByText(`定于 ${words} 09:30 发布。`)).toBeVisible()
  const { body } = await author.call('GET', desk)
  expect((body as { publishAt: string }).publishAt).toBe(`${read}T01:30:00.000Z`)
})
