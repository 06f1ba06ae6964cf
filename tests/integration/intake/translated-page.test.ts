import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { chromium } from 'playwright'
import type { Browser, Page } from 'playwright'
import { requireChromium } from '../../../scripts/test/chromium.ts'
import { chromiumFlags } from '../../support/machine/chromium.ts'
import { story } from '../../support/portal/stories.ts'
import { pdfFile } from '../../support/files/files.ts'
import { startIntake } from '../../support/portal/intake.ts'
import type { Intake } from '../../support/portal/intake.ts'

let intake: Intake
let browser: Browser
before(async () => {
  intake = await startIntake()
  browser = await chromium.launch({ executablePath: await requireChromium(), args: chromiumFlags })
})
after(async () => {
  await browser.close()
  await intake.stop()
})

/** Does to the page what a browser's translation does: each text comes to lie in elements of its own. */
function translate(): void {
  const left = /^(?:SCRIPT|STYLE|TEXTAREA|OPTION|TITLE|FONT|NOSCRIPT)$/
  const wrap = (root: Node) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const texts: Text[] = []
    while (walker.nextNode()) texts.push(walker.currentNode as Text)
    for (const text of texts) {
      if (!text.parentNode || left.test(text.parentNode.nodeName) || !text.data.trim()) continue
      const outer = document.createElement('font')
      outer.append(document.createElement('font'))
      outer.firstElementChild?.append(text.data)
      text.replaceWith(outer)
    }
  }
  wrap(document.body)
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        if (node.nodeType === Node.ELEMENT_NODE && node.nodeName !== 'FONT') wrap(node)
      }
    }
  }).observe(document.body, { childList: true, subtree: true })
}

async function open(path: string): Promise<{ page: Page; broken: string[] }> {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 800 } })).newPage()
  page.setDefaultTimeout(15_000)
  const broken: string[] = []
  page.on('pageerror', (error) => broken.push(error.message))
  page.on('dialog', (dialog) => void dialog.accept())
  await page.goto(intake.portal.url + path)
  return { page, broken }
}
const next = (page: Page) => page.getByRole('button', { name: /^(?:下一步|改好了，回去检查)$/ })
const submit = (page: Page) => page.getByRole('button', { name: '提交信访事项' })
const pdf = { name: '说明.pdf', mimeType: 'application/pdf', buffer: pdfFile() }

it('files from a page that the browser has translated, with every mistake on the way', async () => {
  const { page, broken } = await open('/petition/')
  await next(page).waitFor()
  await page.evaluate(translate)
  await page.getByRole('button', { name: /^先保存/ }).click()
  await page.getByText('还没有写内容').waitFor()
  const fill = async (name: keyof typeof story) => {
    const field = page.locator(`#${name}`)
    if (await field.evaluate((element) => element.tagName === 'SELECT')) {
      await field.selectOption(story[name])
    } else await field.fill(story[name])
  }
  await next(page).click()
  await page.getByText('还有 3 处要改').waitFor()
  await page.getByLabel('申诉求决').check()
  await fill('topic')
  await page.getByLabel('标题').fill('短')
  await next(page).click()
  await page.getByText('还有 1 处要改').waitFor()
  assert.match(await page.locator('#title-error').innerText(), /标题太短/)
  await fill('title')
  await next(page).click()
  for (const name of ['region', 'facts', 'request'] as const) {
    await next(page).click()
    await page.locator(`#${name}-error`).waitFor()
    await fill(name)
    await next(page).click()
    await page.locator(`#${name}`).waitFor({ state: 'hidden' })
  }
  await next(page).click()
  for (const kind of ['几个人一起', '单位', '我自己'])
    await page.getByLabel(kind, { exact: true }).check()
  for (const name of ['name', 'phone', 'address'] as const) await fill(name)
  await page.getByRole('button', { name: /^先保存/ }).click()
  await page.getByText('已经保存，还没有提交').waitFor()
  await next(page).click()
  while (!(await page.getByRole('button', { name: '选择文件' }).isVisible()))
    await next(page).click()
  await page.locator('#files').setInputFiles(pdf)
  await page
    .getByText(/^已上传/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: /删去.*说明.pdf/ }).click()
  await page.locator('#files').setInputFiles({ ...pdf, name: '空的.pdf', buffer: Buffer.alloc(0) })
  await page.getByText('这个文件是空的').first().waitFor()
  await next(page).click()
  await page.getByText('不会随信访事项提交').waitFor()
  await page.getByRole('button', { name: /删去.*空的.pdf/ }).click()
  await page.locator('#files').setInputFiles(pdf)
  await page
    .getByText(/^已上传/)
    .first()
    .waitFor()
  await next(page).click()
  await page.getByRole('button', { name: /修改.*标题/ }).click()
  await page.getByLabel('标题').fill('工地拖欠木工工资')
  await next(page).click()
  await page.getByText('工地拖欠木工工资').waitFor()
  await submit(page).click()
  await page.getByRole('heading', { name: '已经收到您的信访事项' }).waitFor()
  const number = (await page.locator('.receipt-value').first().innerText()).replaceAll(' ', '')
  await page.getByRole('button', { name: '我已经保存好了' }).click()
  await page.getByText('好的，请收好').waitFor()
  assert.deepEqual(broken, [])
  const [filed] = await intake.bureau.petitions(number)
  assert.equal(filed?.petition.title, '工地拖欠木工工资')
  assert.equal(filed?.attachments.length, 1)
})

it('sends later messages from a page that the browser has translated', async () => {
  const filed = await intake.file()
  await intake.bureau.push(filed.digits, {
    revision: 1,
    state: 'replied',
    reply: { text: '已经付清。', unit: '区人社局', deliveredOn: '2026-11-20' },
    may: { evaluate: true, appeal: { level: 'review', lastDay: '2126-12-20' } },
  })
  const { page, broken } = await open('/petition/track/')
  await page.evaluate(translate)
  await page.getByLabel('查询编号').fill(filed.number)
  await page.getByRole('button', { name: '查进度' }).click()
  await page.getByRole('alert').filter({ hasText: '请填写查询编号和查询码' }).waitFor()
  await page.getByLabel('查询码').fill(filed.code)
  await page.getByRole('button', { name: '查进度' }).click()
  await page.getByRole('heading', { name: '办理经过' }).waitFor()
  await page.locator('summary', { hasText: '补充材料' }).click()
  await page.getByRole('button', { name: '选择文件' }).waitFor()
  await page.evaluate(translate)
  await page.getByRole('button', { name: '提交评价' }).click()
  await page.getByText('请选择满意、基本满意或不满意').waitFor()
  await page.getByRole('button', { name: '送出补充材料' }).click()
  await page.getByText('请写补充的内容').waitFor()
  await page.getByLabel('补充的内容').fill('又有一个月没有发。')
  const files = page.locator('#supplement-files')
  await files.setInputFiles({ ...pdf, name: '空的.pdf', buffer: Buffer.alloc(0) })
  await page.getByText('有附件没有收下。').waitFor()
  await page.getByRole('button', { name: /删去.*空的.pdf/ }).click()
  await page.getByText('有附件没有收下。').waitFor({ state: 'hidden' })
  await files.setInputFiles(pdf)
  await page.getByText(/^已上传/).waitFor()
  await page.getByRole('button', { name: '送出补充材料' }).click()
  await page.getByRole('heading', { name: '补充材料已送出' }).waitFor()
  assert.deepEqual(broken, [])
  const messages = (await intake.bureau.collect()).filter(({ number }) => number === filed.digits)
  assert.deepEqual(
    messages.map(({ kind }) => kind),
    ['petition', 'supplement'],
  )
})
