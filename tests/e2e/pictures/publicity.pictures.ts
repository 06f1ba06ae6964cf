import { expect, type Page } from 'playwright/test'
import { collection } from '../../support/desk/staff.ts'
import { deskOf, essay } from '../../support/desk/publicity.ts'
import { cms, portal } from '../support/places.ts'
import { staff, test } from '../support/staff-browser.ts'
import { desk, takePicture } from './picture.ts'

const address = (documentId: string) =>
  `${cms}/admin/content-manager/collection-types/api::essay.essay/${documentId}`
const state = (page: Page) => page.getByTestId('edition-state')
/** The panel beside an entry, with its heading. */
const panel = (page: Page) =>
  page
    .locator('aside, [class]')
    .filter({ has: page.getByRole('heading', { name: '发布流程' }) })
    .last()

async function written(slug: string, title: string): Promise<string> {
  const author = await staff('publicity-author')
  const entry = essay(slug, { title, body: '周三上午，窗口前排了九个人。', demonstration: true })
  const { status, body } = await author.call('POST', collection('essay'), entry)
  expect(status).toBe(201)
  return (body as { data: { documentId: string } }).data.documentId
}

async function step(role: string, documentId: string, taken: object): Promise<void> {
  const person = await staff(role)
  const { status } = await person.call('POST', `${deskOf('essay', documentId)}/steps`, taken)
  expect(status).toBe(200)
}

test('publicity', async ({ atDesk }) => {
  const draft = await written('pictured-draft', '把答复写得看得懂')
  const waiting = await written('pictured-waiting', '周三的三个问题')
  const approved = await written('pictured-approved', '集市上的条例')
  for (const each of [waiting, approved]) await step('publicity-author', each, { kind: 'submit' })
  await step('publicity-reviewer', approved, { kind: 'approve', looked: [] })
  for (let nth = 1; nth <= 6; nth += 1) {
    await fetch(`${portal}/search/missed`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': `198.51.100.${nth}` },
      body: JSON.stringify({ query: '楼道堆物谁来清' }),
    })
  }

  const author = await atDesk('publicity-author')
  await author.setViewportSize(desk)
  await author.goto(address(draft))
  await expect(state(author)).toBeVisible({ timeout: 60_000 })
  await takePicture(panel(author), 'publicity-panel')
  await author.goto(`${cms}/admin/content-manager/collection-types/api::regulation.regulation`)
  const file = author.getByRole('button', { name: '导入法规原文' })
  await expect(file).toBeVisible({ timeout: 60_000 })
  const chosen = author.waitForEvent('filechooser')
  await file.click()
  await (
    await chosen
  ).setFiles({
    name: '试行办法.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(
      '青禾区群众来访接待试行办法\n\n第一章 总则\n\n第一条 为了做好来访接待，制定本办法。\n\n第二条 本办法适用于本区。\n\n第二章 接待\n\n第三条 来访当日登记。\n',
    ),
  })
  await expect(author.getByText(/已存为草稿/)).toBeVisible()
  await takePicture(author, 'publicity-law')

  const reviewer = await atDesk('publicity-reviewer')
  await reviewer.setViewportSize(desk)
  await reviewer.goto(`${cms}/admin/`)
  await expect(reviewer.getByText('周三的三个问题').first()).toBeVisible({ timeout: 60_000 })
  await takePicture(reviewer, 'publicity-home')
  await reviewer.goto(address(waiting))
  await expect(state(reviewer)).toBeVisible({ timeout: 60_000 })
  await takePicture(panel(reviewer), 'publicity-review')

  const publisher = await atDesk('publicity-publisher')
  await publisher.setViewportSize(desk)
  await publisher.goto(`${cms}/admin/`)
  const widget = (name: string) =>
    publisher
      .locator('section')
      .filter({ has: publisher.getByText(name, { exact: true }) })
      .last()
  await expect(publisher.getByRole('button', { name: '退回较早的版本' })).toBeVisible({
    timeout: 60_000,
  })
  await expect(publisher.getByText('楼道堆物谁来清')).toBeVisible()
  await takePicture(widget('网站现状'), 'publicity-live')
  await takePicture(widget('没有找到的'), 'publicity-missed')
  await publisher.goto(address(approved))
  await publisher.getByRole('button', { name: '定时发布', exact: true }).click({ timeout: 60_000 })
  await takePicture(panel(publisher), 'publicity-schedule')
})
