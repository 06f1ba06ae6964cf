import { readFile } from 'node:fs/promises'
import { expect, type Page } from 'playwright/test'
import sharp from 'sharp'
import { pdfFile } from '../support/files/files.ts'
import { packDocx } from '../support/law/docx.ts'
import { p } from '../support/law/xml.ts'
import { acceptedCase, unit } from './support/accepted-case.ts'
import { violations } from './support/axe.ts'
import { openCase } from './support/case-page.ts'
import { trackUntil } from './support/petitioner.ts'
import { cms } from './support/places.ts'
import { staff, test } from './support/staff-browser.ts'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const paper = pdfFile()
const picture = () =>
  sharp({ create: { width: 600, height: 400, channels: 3, background: 'teal' } })
    .png()
    .toBuffer()
const facts = '巷口三盏路灯的镇流器烧坏，十一月二十日已经更换。'

/** Opens the page on which a case is answered. */
async function openReply(page: Page, documentId: string): Promise<void> {
  await page.goto(`${cms}/admin/desk/cases/${documentId}/reply`)
  await expect(page.getByRole('textbox', { name: '诉求' })).toBeVisible({ timeout: 30_000 })
}

/** Has the page hear that the office wants a second reader, which other tests of the installation do not. */
const wantReader = (page: Page) =>
  page.route(/\/desk\/cases\/\w+\/reply$/, async (route) => {
    if (route.request().resourceType() === 'document') return route.continue()
    const response = await route.fetch()
    await route.fulfill({ response, json: { ...(await response.json()), secondReader: true } })
  })

for (const [name, width, height] of [
  ['a desk', 1280, 900],
  ['a telephone', 390, 800],
] as const) {
  test(`a reply is written, kept without a network, previewed and sent at ${name}`, async ({
    atDesk,
    browser,
  }) => {
    const { entry, kept } = await acceptedCase()
    const page = await atDesk('case-clerk')
    await page.setViewportSize({ width, height })
    await openReply(page, entry.documentId)
    const box = (part: string) => page.getByRole('textbox', { name: part, exact: true })

    await page.getByRole('button', { name: '照抄信访人的诉求' }).click()
    await box('事实和理由').fill('巷口三盏路灯')
    await expect(page.getByRole('status').filter({ hasText: /^已保存 \d\d:\d\d$/ })).toBeVisible()

    const drafts = '**/draft'
    await page.route(drafts, (route) => route.abort())
    await box('事实和理由').fill(facts)
    await expect(page.getByText('没有保存到服务器，先留在这台电脑上。')).toBeVisible()
    const asked = page.waitForEvent('dialog').then((dialog) => dialog.accept())
    await page.reload()
    await asked
    await expect(box('事实和理由')).toHaveValue(facts, { timeout: 30_000 })
    await page.unroute(drafts)
    await box('处理意见').fill('三盏路灯全部更换，由本局每月巡查一次。')
    await expect(page.getByRole('status').filter({ hasText: /^已保存/ })).toBeVisible()

    const chosen = page.waitForEvent('filechooser')
    await page
      .getByRole('group', { name: '附件' })
      .getByRole('button', { name: '选择文件' })
      .click()
    await (
      await chosen
    ).setFiles([
      { name: '核查情况.pdf', mimeType: 'application/pdf', buffer: paper },
      { name: '更换后.png', mimeType: 'image/png', buffer: await picture() },
      { name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('已经更换。') },
    ])
    const added = page.getByRole('list', { name: '已加的附件' }).getByRole('listitem')
    await expect(added).toHaveText([/^核查情况\.pdf PDF 文件/, /^更换后\.png 图片/])
    await expect(page.getByText(/^说明\.txt：这是纯文字文件。/)).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: /^已保存/ })).toBeVisible()

    // What the server has is there where this tab has nothing.
    await page.evaluate(() => sessionStorage.clear())
    await page.reload()
    await expect(box('事实和理由')).toHaveValue(facts, { timeout: 30_000 })
    await expect(added).toHaveCount(2)

    await page.getByRole('button', { name: '引用法条' }).click()
    await page.getByRole('textbox', { name: /法规名称/ }).fill('信访条例 32')
    await page.getByRole('button', { name: '引用 第三十二条', exact: true }).click()
    await page.getByRole('button', { name: '引用完了' }).click()
    await expect(box('法律依据')).toHaveValue('《信访工作条例》第三十二条')

    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: '预览' }).click()
    const preview = page.getByRole('dialog', { name: '预览' })
    await expect(preview.getByText(facts)).toBeVisible()
    await expect(preview.getByText(/不同意答复的，您可以申请复查/)).toBeVisible()
    await expect(preview.getByText('附件（2 个）')).toBeVisible()
    await preview.getByRole('tab', { name: '纸质的' }).click()
    await expect(preview.getByRole('heading', { name: '信访事项处理意见书' })).toBeVisible()
    await expect(preview.getByText('附件：1. 核查情况.pdf')).toBeVisible()
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: '答复信访人' }).click()
    await expect(page.getByText('已经答复，信访人可以看到了。')).toBeFocused()
    const clerk = await staff('case-clerk')
    const { body } = await clerk.call('GET', `/desk/cases/${entry.documentId}/reply`)
    const { reply, draft } = body as { reply: { text: string; parts: object }; draft: unknown }
    expect(reply.text).toContain(`二、事实和理由\n${facts}\n\n三、处理意见\n`)
    expect(reply.parts).toMatchObject({
      citations: [{ law: '信访工作条例', article: '第三十二条', paragraph: null, item: null }],
    })
    expect(draft).toBeNull()
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain(facts)

    await openCase(page, entry.documentId)
    const answer = page.getByRole('region', { name: '答复' })
    await expect(answer.getByRole('button', { name: '下载核查情况.pdf' })).toBeVisible()
    // A picture is fetched once it is in sight.
    await answer.getByRole('button', { name: '下载更换后.png' }).scrollIntoViewIfNeeded()
    await expect(answer.getByRole('img', { name: '更换后.png' })).toBeVisible()

    // The petitioner, on an old telephone and without a script.
    const telephone = { viewport: { width: 390, height: 800 }, javaScriptEnabled: width > 400 }
    const reader = await browser.newContext(telephone)
    const theirs = await reader.newPage()
    await trackUntil(theirs, kept, '附件（2 个）')
    const saving = theirs.waitForEvent('download')
    await theirs.getByRole('link', { name: '下载核查情况.pdf' }).click()
    const saved = await saving
    expect(saved.suggestedFilename()).toBe('核查情况.pdf')
    expect(await readFile(await saved.path())).toEqual(paper)
    const opening = reader.waitForEvent('page')
    await theirs.getByRole('link', { name: '打开更换后.png，新的标签页' }).click()
    const tab = await opening
    await expect(tab.locator('img')).toBeVisible()
    if (width > 400) expect(await violations(theirs)).toEqual([])
    await reader.close()
  })
}

test('another page of the same writer is not written over without being asked', async ({
  atDesk,
}) => {
  const { entry } = await acceptedCase()
  const page = await atDesk('case-clerk')
  await openReply(page, entry.documentId)
  const box = page.getByRole('textbox', { name: '处理意见', exact: true })
  await box.fill('这一页写的')
  await expect(page.getByRole('status').filter({ hasText: /^已保存/ })).toBeVisible()
  const clerk = await staff('case-clerk')
  const parts = { request: '', facts: '', opinion: '别处写的', basis: '', citations: [] }
  const fields = { step: 'reply', unit, body: '', reason: '', parts }
  const { status } = await clerk.call('PUT', `/desk/cases/${entry.documentId}/draft`, {
    seen: 1,
    fields,
  })
  expect(status).toBe(200)
  await box.fill('这一页后来写的')
  await expect(page.getByText(/在另一个页面上也写过/)).toBeVisible()
  await expect(box).toHaveValue('这一页后来写的')
  await page.getByRole('button', { name: '换成那一份' }).click()
  await expect(box).toHaveValue('别处写的')
})

test('a template never writes over what is written without being asked', async ({ atDesk }) => {
  const { entry } = await acceptedCase()
  const page = await atDesk('case-clerk')
  await openReply(page, entry.documentId)
  const opinion = page.getByRole('textbox', { name: '处理意见', exact: true })
  await opinion.fill('我写的意见。')
  await page.getByRole('button', { name: '用范文' }).click()
  await page.getByRole('button', { name: '用“（演示）已经办好”' }).click()
  const ask = page.getByRole('alertdialog', { name: '您已经写了一些' })
  await ask.getByRole('button', { name: '只填空着的部分' }).click()
  await expect(opinion).toHaveValue('我写的意见。')
  await expect(page.getByRole('textbox', { name: '诉求', exact: true })).toHaveValue(
    /^李秀英于20\d\d年\d+月\d+日反映“/,
  )
  await page.getByRole('button', { name: '用范文' }).click()
  await page.getByRole('button', { name: '用“（演示）已经办好”' }).click()
  await ask.getByRole('button', { name: '接在后面' }).click()
  await expect(opinion).toHaveValue(/^我写的意见。\n您反映的问题属实/)
})

test('papers are made with a number, saved as Word, and follow the template of the office', async ({
  atDesk,
}) => {
  const { entry } = await acceptedCase()
  const page = await atDesk('case-clerk')
  await openCase(page, entry.documentId)
  const made = page.waitForEvent('download')
  await page.getByRole('button', { name: /^编号并制发 信访事项受理告知书/ }).click()
  expect((await made).suggestedFilename()).toMatch(/^信访事项受理告知书 信受〔\d{4}〕\d+号\.docx$/)
  await expect(page.getByRole('button', { name: /^打印 信受〔/ })).toBeVisible()

  await page.getByRole('link', { name: '修改文书的模板' }).click()
  const group = page.getByRole('group', { name: '信访事项受理告知书' })
  const chosen = page.waitForEvent('filechooser')
  await group.getByRole('button', { name: '上传自己的模板' }).click()
  const template = packDocx({ body: p('〔文书编号〕〔信访人〕〔承办单位〕') })
  await (await chosen).setFiles({ name: '受理.docx', mimeType: word, buffer: template })
  await expect(group.getByRole('alert')).toContainText('模板里缺少〔办理期限〕〔日期〕')
  expect(await violations(page)).toEqual([])
})

test('where the office wants it, a second person reads a reply before it goes out', async ({
  atDesk,
}) => {
  const { entry } = await acceptedCase()
  const parts = { request: '修灯', facts: '坏了', opinion: '已修', basis: '条例', citations: [] }
  const unitClerk = await staff('unit-clerk')
  const { status } = await unitClerk.call('POST', `/desk/cases/${entry.documentId}/actions`, {
    kind: 'propose-reply',
    proposed: { kind: 'reply', parts },
  })
  expect(status).toBe(200)
  const page = await atDesk('case-clerk')
  await wantReader(page)
  await page.goto(`${cms}/admin/desk/cases/${entry.documentId}/reply`)
  await expect(page.getByRole('heading', { name: '请您审阅' })).toBeVisible()
  await page.getByRole('button', { name: '退回修改' }).click()
  await page.getByRole('textbox', { name: '退回的意见' }).fill('依据写到条、款。')
  await page.getByRole('button', { name: '确认退回' }).click()
  await expect(page.getByText('已经退回给写的人。')).toBeFocused()

  const theirs = await atDesk('unit-clerk')
  await wantReader(theirs)
  await theirs.setViewportSize({ width: 390, height: 800 })
  await openReply(theirs, entry.documentId)
  await expect(theirs.getByText('依据写到条、款。')).toBeVisible()
  const basis = theirs.getByRole('textbox', { name: '法律依据', exact: true })
  await expect(basis).toHaveValue('条例')
  await basis.fill('《信访工作条例》第三十二条')
  await theirs.getByRole('button', { name: '送审', exact: true }).click()
  await expect(theirs.getByText('已经送审，另一位工作人员审阅后发出。')).toBeFocused()

  await page.goto(`${cms}/admin/desk/cases/${entry.documentId}/reply`)
  await expect(page.getByText('《信访工作条例》第三十二条')).toBeVisible()
  await page.getByRole('button', { name: '同意，发给信访人' }).click()
  await expect(page.getByText('已经发出，信访人可以看到了。')).toBeFocused()
})
