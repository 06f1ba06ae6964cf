import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { chromium } from 'playwright'
import type { Browser, Page } from 'playwright'
import { requireChromium } from '../../../scripts/test/chromium.ts'
import { chromiumFlags } from '../../support/machine/chromium.ts'
import { story } from '../../support/portal/stories.ts'
import { filmFile, pdfFile, photograph } from '../../support/files/files.ts'
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

const next = (page: Page) => page.getByRole('button', { name: /^(?:下一步|改好了，回去检查)$/ })
const submit = (page: Page) => page.getByRole('button', { name: /^提交信访事项|^附件传完/ })
const row = (page: Page, name: string) => page.locator('.attachments li', { hasText: name })
const pdf = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: pdfFile({ text: name }),
})

/** Opens the form with everything answered, at the step of attachments. */
async function openStep(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  await page.goto(`${intake.portal.url}/petition/`)
  await next(page).waitFor()
  await page.locator('form[action$="/petition/"]').evaluate((form, fields) => {
    for (const [name, value] of Object.entries(fields)) {
      const control = (form as HTMLFormElement).elements.namedItem(name)
      if (control instanceof RadioNodeList) control.value = value
      else if (control) (control as HTMLInputElement).value = value
    }
  }, story)
  await goTo(page, '有照片和材料的')
  return page
}

async function goTo(page: Page, title: string): Promise<void> {
  const heading = page.getByRole('heading', { level: 2, name: title })
  while (!(await heading.isVisible())) await next(page).click()
}

/** The files of the petition on whose receipt the page stands. */
async function filedFiles(page: Page): Promise<string[]> {
  await page.getByRole('heading', { name: '已经收到您的信访事项' }).waitFor({ timeout: 30_000 })
  const number = (await page.locator('.receipt-value').first().innerText()).replaceAll(' ', '')
  const [petition] = await intake.bureau.petitions(number)
  return petition?.attachments.map(({ name }) => name) ?? []
}

it('uploads while the person goes on, and sends the files along', async () => {
  const page = await openStep()
  const photo = { name: '现场.jpg', mimeType: 'image/jpeg', buffer: await photograph() }
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择文件' }).press('Enter')
  await (await choosing).setFiles([photo, pdf('收据.pdf')])
  await row(page, '现场.jpg').getByText('已上传').waitFor()
  await row(page, '收据.pdf').getByText('已上传').waitFor()
  await page.getByRole('status').getByText('收据.pdf，已上传').waitFor()
  await goTo(page, '检查一遍')
  await page.locator('.check-answers').getByText('收据.pdf').waitFor()
  await submit(page).click()
  assert.deepEqual(await filedFiles(page), ['现场.jpg', '收据.pdf'])
  await page.context().close()
})

it('asks for files without a list of kinds, which the web view of WeChat does not open', async () => {
  const page = await openStep()
  const asked = await page
    .locator('input[type="file"]')
    .evaluateAll((inputs) => inputs.map((input) => input.getAttribute('accept')))
  assert.deepEqual(asked, [null, 'image/*'])
})

it('says why a file is not taken, and goes no further before it is removed', async () => {
  const page = await openStep()
  const page2 = {
    name: '图.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from('<svg xmlns="x"/>'),
  }
  await page.locator('#files').setInputFiles([page2, pdf('收据.pdf')])
  await row(page, '图.svg').getByText('不收网页和 SVG').waitFor()
  await row(page, '收据.pdf').getByText('已上传').waitFor()
  await next(page).click()
  await page.getByRole('alert').getByText('不会随信访事项提交').waitFor()
  await row(page, '图.svg').getByRole('button', { name: '删去' }).press('Enter')
  await page.getByRole('button', { name: '选择文件' }).and(page.locator(':focus')).waitFor()
  await page.getByText('有附件没有收下').waitFor({ state: 'detached' })
  await next(page).click()
  await submit(page).click()
  assert.deepEqual(await filedFiles(page), ['收据.pdf'])
  await page.context().close()
})

it('goes on by itself when the network is back, and sends when everything has arrived', async () => {
  const page = await openStep()
  const film = { name: '经过.mp4', mimeType: 'video/mp4', buffer: filmFile(900_000) }
  let parts = 0
  await page.route('**/petition/attachments/*', async (route) => {
    if (route.request().method() === 'PUT' && (parts += 1) > 1) await route.abort()
    else await route.continue()
  })
  await page.locator('#files').setInputFiles([film])
  await row(page, '经过.mp4')
    .getByText(/网络断了，已传 [1-9]\d?%/)
    .waitFor()
  await goTo(page, '检查一遍')
  await submit(page).click()
  await page.getByText('传完自动提交。').first().waitFor()
  await page.unroute('**/petition/attachments/*')
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  assert.deepEqual(await filedFiles(page), ['经过.mp4'])
  await page.context().close()
})

it('brings the files along when the same page files another petition', async () => {
  const page = await openStep()
  await page.locator('#files').setInputFiles([pdf('收据.pdf')])
  await row(page, '收据.pdf').getByText('已上传').waitFor()
  // Filed under this key in another way, with other words.
  const key = await page.locator('input[name="key"]').inputValue()
  assert.equal((await intake.citizen.fileAsData({ ...story, key })).status, 200)
  await goTo(page, '检查一遍')
  await submit(page).click()
  await page.getByRole('alert').getByText('这张表之前已经提交过').waitFor()
  await submit(page).click()
  assert.deepEqual(await filedFiles(page), ['收据.pdf'])
  await page.context().close()
})
