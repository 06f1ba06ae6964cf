import { expect } from 'playwright/test'
import { photograph } from '../support/files/files.ts'
import { writeDocx } from '../support/law/docx.ts'
import { openList, staff, test } from './support/staff-browser.ts'
import { portal } from './support/places.ts'
import { appears, begin, classify, openEntry, save, take, writeBody } from './support/publicity.ts'

test('a Word document with a table and a picture goes past a reviewer to citizens', async ({
  page: reader,
  atDesk,
}) => {
  test.setTimeout(600_000)
  const author = await atDesk('publicity-author')
  const reviewer = await atDesk('publicity-reviewer')
  const publisher = await atDesk('publicity-publisher')
  const path = '/essays/from-a-word-document/'

  await openList(author, 'essay')
  await author
    .getByRole('link', { name: /新建|添加/ })
    .first()
    .click()
  const chooser = author.waitForEvent('filechooser')
  await author.getByRole('button', { name: '从 Word 导入' }).click()
  const paragraphs = ['集市上的咨询台', '赶集日，咨询台摆到了东门。', '来问的人排成一排。']
  const buffer = writeDocx(paragraphs, [['事项', '人数']], { picture: await photograph() })
  await (await chooser).setFiles({ name: '咨询台.docx', mimeType: 'application/msword', buffer })
  await expect(author.getByRole('textbox', { name: '标题' })).toHaveValue('集市上的咨询台')
  await author.getByRole('textbox', { name: '网址名' }).fill('from-a-word-document')
  await author.getByRole('textbox', { name: '来源' }).fill('本局')
  await author.getByTitle('图片说明和替代文字').click()
  await author.getByRole('textbox', { name: '替代文字' }).fill('东门口的咨询台')
  await author.getByRole('button', { name: '放进正文' }).click()
  await save(author)
  await take(author, '提交审核', '待审核')
  const address = author.url()

  await openEntry(reviewer, address)
  await take(reviewer, '退回修改', '退回修改', '摘要请写明日期')
  await openEntry(author, address)
  await author.getByRole('textbox', { name: '摘要' }).fill('十一月二十日，咨询台摆到了集市东门。')
  await save(author)
  await take(author, '提交审核', '待审核')
  await openEntry(reviewer, address)
  await take(reviewer, '审核通过', '待发布')
  await openEntry(publisher, address)
  await take(publisher, '立即发布', '已发布')
  await expect(publisher.getByTestId('live-state')).toHaveText('已上线', { timeout: 60_000 })

  await appears(reader, path, '来问的人排成一排')
  await expect(reader.getByRole('columnheader', { name: '人数' })).toBeVisible()
  const picture = reader.getByRole('img', { name: '东门口的咨询台' })
  await expect(picture).toBeVisible()
  const source = await picture.getAttribute('src')
  expect((await reader.request.get(`${portal}${source}`)).status()).toBe(200)
})

test('a notice with a valid ID number is stopped, and says where it stands', async ({ atDesk }) => {
  test.setTimeout(120_000)
  const author = await atDesk('publicity-author')
  await begin(author, 'notice', {
    标题: '某小区楼道照明的办理结果',
    网址名: '2026-1120-stairwell-lighting',
    摘要: '照明已修复。',
    诉求: '请求修复楼道照明，本人证号１１０１０５１９４９１２３１００２Ｘ。',
    来源: '本局',
  })
  await writeBody(author, '经核实，线路老化，已当日更换。')
  await classify(author)
  await save(author)
  await expect(author.getByRole('note', { name: '个人信息提示' })).toContainText('诉求·身份证号码')
  await expect(author.getByRole('button', { name: '提交审核', exact: true })).toHaveCount(0)
  const path = new URL(author.url()).pathname.split('/').slice(-2).join('/')
  const voice = await staff('publicity-author')
  const refused = await voice.call('POST', `/desk/editions/${path}/steps`, { kind: 'submit' })
  expect(refused.status).toBe(409)
  expect(JSON.stringify(refused.body)).toContain('可能含有个人信息：诉求（身份证号码）')

  await author.getByRole('textbox', { name: '诉求' }).fill('请求修复某小区楼道照明。')
  await save(author)
  await take(author, '提交审核', '待审核')
})
