import { expect } from 'playwright/test'
import { staff, test } from './support/staff-browser.ts'
import {
  appears,
  begin,
  isFound,
  openEntry,
  save,
  slowDown,
  state,
  take,
  writeBody,
} from './support/publicity.ts'

test('an essay is written, returned, mended, approved and published; later scheduled, and restored', async ({
  page: reader,
  atDesk,
}) => {
  test.setTimeout(900_000)
  const author = await atDesk('publicity-author')
  const reviewer = await atDesk('publicity-reviewer')
  const publisher = await atDesk('publicity-publisher')
  const path = '/essays/a-lamp-in-the-window/'

  await begin(author, 'essay', {
    标题: '窗口里的一盏灯',
    网址名: 'a-lamp-in-the-window',
    摘要: '值班室的灯亮到最后一位来访群众离开。',
    来源: '本局',
  })
  await writeBody(author, '值班室的萤石灯亮到很晚。')
  await save(author)
  await expect(author.getByRole('button', { name: '发布', exact: true })).toHaveCount(0)
  await take(author, '提交审核', '待审核')
  const address = author.url()

  await openEntry(reviewer, address)
  await take(reviewer, '退回修改', '退回修改', '请写明是哪一天')
  await openEntry(author, address)
  await expect(author.getByText('请写明是哪一天').first()).toBeVisible()
  await expect(author.getByRole('button', { name: '审核通过' })).toHaveCount(0)
  await writeBody(author, '星期三，值班室的萤石灯亮到很晚。')
  await save(author)
  await take(author, '提交审核', '待审核')
  await openEntry(reviewer, address)
  await take(reviewer, '审核通过', '待发布')
  await expect(reviewer.getByRole('button', { name: '立即发布' })).toHaveCount(0)
  await openEntry(publisher, address)
  await take(publisher, '立即发布', '已发布')
  await appears(reader, path, '星期三，值班室的萤石灯亮到很晚')
  await isFound(reader, '萤石灯', '窗口里的一盏灯')

  await openEntry(author, address)
  await writeBody(author, '星期四，值班室换了琥珀灯。')
  await save(author)
  await take(author, '提交审核', '待审核')
  await openEntry(reviewer, address)
  await take(reviewer, '审核通过', '待发布')
  const [uid = '', documentId = ''] = new URL(address).pathname.split('/').slice(-2)
  const at = new Date(Date.now() + 5_000).toISOString()
  // As the panel's script asks, for a time finer than the minutes that a person enters.
  const voice = await staff('publicity-publisher')
  const steps = `/desk/editions/${uid}/${documentId}/steps`
  const asked = await voice.call('POST', steps, { kind: 'schedule', at })
  expect(asked.status).toBe(200)
  await appears(reader, path, '值班室换了琥珀灯')

  await openEntry(publisher, address)
  await publisher.getByRole('button', { name: /历史版本/ }).click()
  const history = publisher.getByRole('dialog', { name: '历史版本' })
  await history.getByRole('combobox', { name: '从哪一版' }).click()
  await publisher.getByRole('option', { name: '第 1 版' }).click()
  await expect(history.locator('ins', { hasText: '琥珀' })).toBeVisible()
  await history.getByRole('button', { name: '恢复第 1 版' }).click()
  await slowDown(publisher)
  await history.getByRole('button', { name: '只恢复为草稿' }).click()
  await take(publisher, '提交审核', '待审核')
  await openEntry(reviewer, address)
  await take(reviewer, '审核通过', '待发布')
  await openEntry(publisher, address)
  await take(publisher, '立即发布', '已发布')
  await appears(reader, path, '星期三，值班室的萤石灯亮到很晚')
})

test('a step taken right after saving is about what was just saved', async ({ atDesk }) => {
  const author = await atDesk('publicity-author')
  await begin(author, 'essay', {
    标题: '存了就交',
    网址名: 'saved-and-submitted',
    摘要: '保存以后马上提交。',
    来源: '本局',
  })
  await writeBody(author, '第一遍写的。')
  await save(author)
  await expect(state(author)).toBeVisible()
  await slowDown(author)
  await writeBody(author, '第二遍写的。')
  await save(author)
  await take(author, '提交审核', '待审核')
  await writeBody(author, '第三遍写的。')
  await save(author)
  await take(author, '提交审核', '待审核')
})
