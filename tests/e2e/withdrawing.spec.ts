import { expect } from 'playwright/test'
import { test } from './support/staff-browser.ts'
import { portal } from './support/places.ts'
import {
  appears,
  begin,
  classify,
  isFound,
  openEntry,
  save,
  state,
  take,
  writeBody,
} from './support/publicity.ts'

test('an anonymised notice is published, found, and withdrawn with a word to the public', async ({
  page: reader,
  atDesk,
}) => {
  test.setTimeout(600_000)
  const author = await atDesk('publicity-author')
  const publisher = await atDesk('publicity-publisher')
  const path = '/notices/2026-1122-loose-fitness-equipment/'

  await begin(author, 'notice', {
    标题: '某小区健身器材松动的办理结果',
    网址名: '2026-1122-loose-fitness-equipment',
    摘要: '器材已加固，并每月巡查。',
    诉求: '请求维修某小区松动的健身器材。',
    来源: '本局',
  })
  await writeBody(author, '经核实，漫步机底座螺栓松动，已当日加固。')
  await classify(author)
  await save(author)
  await take(author, '提交审核', '待审核')
  await openEntry(publisher, author.url())
  await take(publisher, '审核通过', '待发布')
  await take(publisher, '立即发布', '已发布')
  await appears(reader, path, '漫步机底座螺栓松动')
  await isFound(reader, '漫步机底座', '某小区健身器材松动的办理结果')

  await publisher.getByRole('button', { name: '其他操作' }).click()
  await publisher.getByRole('button', { name: '撤下', exact: true }).click()
  await publisher.getByRole('textbox', { name: /撤下原因/ }).fill('诉求人要求')
  await publisher.getByRole('textbox', { name: /给公众的说明/ }).fill('内容有误，已撤下。')
  await publisher.getByRole('button', { name: '确认撤下' }).click()
  await expect(state(publisher)).toHaveText('已撤下', { timeout: 30_000 })
  await expect(async () => {
    await reader.goto(`${portal}${path}`)
    await expect(reader.getByText('漫步机底座螺栓松动')).toHaveCount(0, { timeout: 1_000 })
  }).toPass({ timeout: 60_000 })
})
