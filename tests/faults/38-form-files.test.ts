import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright'
import { story } from '../support/portal/stories.ts'
import { pdfFile } from '../support/files/files.ts'
import {
  finish,
  goOn,
  heading,
  next,
  receipt,
  submit,
  walkTo,
} from '../support/portal/form-walk.ts'
import { useFormBrowser } from '../support/portal/form-browser.ts'

const portal = useFormBrowser()

const pdf = (name: string, text = '说明') => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.concat([pdfFile(), Buffer.from(`\n% ${text}\n`)]),
})
const program = { name: '说明.pdf.exe', mimeType: '', buffer: Buffer.from('MZ') }
const names = (page: Page) => page.locator('.attachment-name').allInnerTexts()

async function openForm(javaScriptEnabled = true): Promise<Page> {
  const context = await portal.browser.newContext({
    javaScriptEnabled,
    viewport: { width: 390, height: 800 },
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(`${portal.intake.portal.url}/petition/`)
  return page
}

async function atFiles(): Promise<Page> {
  const page = await openForm()
  await next(page).waitFor()
  await walkTo(page, /传在这里/)
  return page
}

describe('the files of a petition form', () => {
  it('keep the step while one of them was refused, until it is taken out', async () => {
    const page = await atFiles()
    await page.locator('#files').setInputFiles([pdf('合同.pdf'), program])
    await page
      .getByText(/^没有收下：/)
      .first()
      .waitFor()
    await page
      .getByText(/^已上传/)
      .first()
      .waitFor()
    await next(page).click()
    const alert = page.getByRole('alert')
    await alert.waitFor()
    assert.match(await alert.innerText(), /“说明.pdf.exe”没有收下，不会随信访事项提交/)
    assert.match(await heading(page).innerText(), /传在这里/)
    await page.getByRole('button', { name: /^删去\s*：说明\.pdf\.exe$/ }).click()
    await alert.waitFor({ state: 'detached' })
    await goOn(page)
    const number = await finish(page)
    const told = async () => (await page.locator('.receipt-filed').innerText()).replace(/\s+/g, ' ')
    assert.match(await told(), new RegExp(`标题 ${story.title} 附件 收到 1 个：合同.pdf`))
    await page.reload()
    await receipt(page).waitFor()
    assert.match(await told(), /收到 1 个：合同.pdf/)
    const [filed] = await portal.intake.bureau.petitions(number)
    assert.deepEqual(
      filed?.attachments.map(({ name }) => name),
      ['合同.pdf'],
    )
  })

  it('are sent once where the same one is chosen twice, also after a reload or under another name', async () => {
    const page = await atFiles()
    const files = page.locator('#files')
    await files.setInputFiles(pdf('合同.pdf'))
    await page
      .getByText(/^已上传/)
      .first()
      .waitFor()
    await files.setInputFiles(pdf('合同.pdf'))
    await page.getByText('“合同.pdf”已经选过了，只留一份。').first().waitFor()
    await page.reload()
    await page
      .getByText(/^已上传/)
      .first()
      .waitFor()
    await files.setInputFiles(pdf('合同.pdf'))
    await page.getByText('“合同.pdf”已经选过了，只留一份。').first().waitFor()
    await files.setInputFiles(pdf('合同 (1).pdf'))
    await page.getByText('“合同 (1).pdf”已经选过了，只留一份。').first().waitFor()
    assert.deepEqual(await names(page), ['合同.pdf'])
    await files.setInputFiles(pdf('合同 (1).pdf', '另一份'))
    await page
      .locator('.attachments li')
      .nth(1)
      .getByText(/^已上传/)
      .waitFor()
    const [filed] = await portal.intake.bureau.petitions(await finish(page))
    assert.deepEqual(
      filed?.attachments.map(({ name }) => name),
      ['合同.pdf', '合同 (1).pdf'],
    )
  })

  it('begin anew where one that had not arrived is chosen again after a reload', async () => {
    const page = await atFiles()
    await page.route('**/petition/attachments/*', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    )
    await page.locator('#files').setInputFiles(pdf('合同.pdf'))
    await page
      .getByText(/^网络断了/)
      .first()
      .waitFor()
    page.on('dialog', (dialog) => void dialog.accept())
    await page.reload()
    await page
      .getByText(/没有传完/)
      .first()
      .waitFor()
    await page.unroute('**/petition/attachments/*')
    await page.locator('#files').setInputFiles(pdf('合同.pdf'))
    await page
      .getByText(/^已上传/)
      .first()
      .waitFor()
    assert.deepEqual(await names(page), ['合同.pdf'])
    await page.context().close()
  })
})

describe('the files of a petition form without a script', () => {
  const fill = async (page: Page, fields: Partial<typeof story>) => {
    await page.getByLabel('申诉求决').check()
    for (const [name, value] of Object.entries(fields)) {
      if (name === 'category' || name === 'idNumber') continue
      const field = page.locator(`#${name}`)
      if (await field.evaluate((element) => element.tagName === 'SELECT')) {
        await field.selectOption(value)
      } else await field.fill(value)
    }
  }

  it('can be taken out, and nothing else of the form is lost', async () => {
    const page = await openForm(false)
    await fill(page, { ...story, name: '' })
    await page.locator('#files').setInputFiles([pdf('合同.pdf', '一'), pdf('收据.pdf', '二')])
    await submit(page).click()
    await page.getByRole('alert').waitFor()
    assert.deepEqual(await names(page), ['合同.pdf', '收据.pdf'])
    await page.locator('#files').setInputFiles(pdf('照片说明.pdf', '三'))
    await page.getByRole('button', { name: /^删去\s*：合同\.pdf$/ }).click()
    await page.getByRole('button', { name: /^删去\s*：合同\.pdf$/ }).waitFor({ state: 'detached' })
    assert.deepEqual(await names(page), ['收据.pdf', '照片说明.pdf'])
    assert.equal(await page.locator('#facts').inputValue(), story.facts)
    // Enter sends the form and takes nothing out.
    await page.locator('#name').fill(story.name)
    await page.locator('#name').press('Enter')
    await receipt(page).waitFor()
    assert.match(
      await page.locator('.receipt-filed').innerText(),
      /收到 2 个：收据.pdf、照片说明.pdf/,
    )
    const number = (await page.locator('.receipt-value').first().innerText()).replaceAll(' ', '')
    const [filed] = await portal.intake.bureau.petitions(number)
    assert.deepEqual(
      filed?.attachments.map(({ name }) => name),
      ['收据.pdf', '照片说明.pdf'],
    )
  })

  it('are saved with the form, and can be taken out of it', async () => {
    const page = await openForm(false)
    await fill(page, { title: story.title, facts: story.facts })
    await page.locator('#files').setInputFiles([pdf('合同.pdf', '四'), pdf('收据.pdf', '五')])
    await page.getByRole('button', { name: '先保存，换个时间或换台设备再写' }).click()
    const code = await page.locator('.save-code-value').innerText()
    assert.deepEqual(await names(page), ['合同.pdf', '收据.pdf'])
    await page.getByRole('button', { name: /^删去\s*：合同\.pdf$/ }).click()
    await page.getByRole('button', { name: /^删去\s*：合同\.pdf$/ }).waitFor({ state: 'detached' })
    assert.equal(await page.locator('.save-code-value').innerText(), code)
    const other = await openForm(false)
    await other.goto(`${portal.intake.portal.url}/petition/resume/`)
    await other.getByLabel('接着写的码').fill(code)
    await other.getByRole('button', { name: '接着写', exact: true }).click()
    assert.deepEqual(await names(other), ['收据.pdf'])
    assert.equal(await other.locator('#facts').inputValue(), story.facts)
  })
})
