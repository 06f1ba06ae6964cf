import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { chromium } from 'playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright'
import { requireChromium } from '../../../scripts/test/chromium.ts'
import { chromiumFlags } from '../../support/machine/chromium.ts'
import { story } from '../../support/portal/stories.ts'
import { startIntake } from '../../support/portal/intake.ts'
import type { Intake } from '../../support/portal/intake.ts'
import { proofMaker, readPepper } from '../../support/portal/proof.ts'

let intake: Intake
let browser: Browser
before(async () => {
  intake = await startIntake()
  browser = await chromium.launch({
    executablePath: await requireChromium(),
    args: chromiumFlags,
  })
})
after(async () => {
  await browser.close()
  await intake.stop()
})

type Posted = { proof: string; status: number }

/** Opens the form; `posted` is what was sent from it, and `complaints` what the browser objected to. */
async function openForm(options: BrowserContextOptions = {}) {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const posted: Posted[] = []
  const complaints: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) complaints.push(message.text())
  })
  page.on('response', (response) => {
    const request = response.request()
    if (request.method() !== 'POST') return
    const proof = new URLSearchParams(request.postData() ?? '').get('proof') ?? ''
    posted.push({ proof, status: response.status() })
  })
  await page.goto(`${intake.portal.url}/petition/`)
  return { page, posted, complaints }
}

/** Answers everything that is asked. All fields stand in the form from the beginning. */
async function fill(page: Page): Promise<void> {
  await page.locator('.petition').waitFor()
  await page.getByRole('button', { name: '下一步' }).waitFor()
  await page.locator('form[action$="/petition/"]').evaluate((form, fields) => {
    for (const [name, value] of Object.entries(fields)) {
      const control = (form as HTMLFormElement).elements.namedItem(name)
      if (control instanceof RadioNodeList) control.value = value
      else if (control) (control as HTMLInputElement).value = value
    }
    const [first] = form.querySelectorAll('input[type="radio"]')
    first?.dispatchEvent(new Event('input', { bubbles: true }))
  }, story)
}

const goOn = /^(?:下一步|改好了，回去检查)$/
async function send(page: Page): Promise<void> {
  const submit = page.getByRole('button', { name: '提交信访事项' })
  for (;;) {
    await page.getByRole('button', { name: goOn }).or(submit).waitFor()
    if (await submit.isVisible()) return submit.click()
    await page.getByRole('button', { name: goOn }).click()
  }
}
const receipt = (page: Page) =>
  page.getByRole('heading', { name: '已经收到您的信访事项' }).waitFor({ timeout: 30_000 })

it('proves by itself, and asks nothing of the person', async () => {
  const { page, posted, complaints } = await openForm()
  await fill(page)
  await send(page)
  await receipt(page)
  assert.deepEqual(
    posted.map(({ status }) => status),
    [200],
  )
  assert.ok(posted[0]?.proof)
  assert.deepEqual(complaints, [])
})

it('makes another proof and sends the form again where the first is over', async () => {
  const { page, posted } = await openForm()
  const expired = proofMaker(readPepper(intake.data.path))(-1)
  await page.route(
    '**/petition/',
    async (route) => {
      const fields = new URLSearchParams(route.request().postData() ?? '')
      fields.set('proof', expired)
      await route.continue({ postData: String(fields) })
    },
    { times: 1 },
  )
  await fill(page)
  await send(page)
  await receipt(page)
  assert.deepEqual(
    posted.map(({ status }) => status),
    [400, 200],
  )
})

it('files without a proof where none can be had', async () => {
  const { page, posted } = await openForm()
  await page.route('**/petition/challenge/', (route) => route.abort())
  await fill(page)
  await send(page)
  await receipt(page)
  assert.deepEqual(posted, [{ proof: '', status: 200 }])
})

it('files from a browser without a script', async () => {
  const { page, posted } = await openForm({ javaScriptEnabled: false })
  await page.getByLabel('申诉求决').check()
  await page.getByLabel('问题领域').selectOption(story.topic)
  await page.getByLabel('标题').fill(story.title)
  await page.getByLabel('问题属地').selectOption(story.region)
  await page.getByLabel('事实与理由').fill(story.facts)
  await page.getByLabel('诉求', { exact: true }).fill(story.request)
  await page.getByLabel('姓名', { exact: true }).first().fill(story.name)
  await page.getByLabel('手机号码', { exact: true }).first().fill(story.phone)
  await page.getByLabel('联系地址').fill(story.address)
  await page.getByRole('button', { name: '提交信访事项' }).click()
  await receipt(page)
  assert.equal(posted.at(-1)?.status, 200)
})

it('keeps the trap out of the way of people, and empties it where something has filled it', async () => {
  const { page, posted } = await openForm()
  assert.equal(await page.getByRole('textbox', { name: '请不要填写这一项' }).count(), 0)
  const trap = page.locator('input[name="website"]')
  await fill(page)
  await trap.evaluate((input) => ((input as HTMLInputElement).value = 'https://spam.example'))
  await send(page)
  await page.getByText('还没有收下，请再提交一次').waitFor()
  assert.equal(await trap.inputValue(), '')
  await send(page)
  await receipt(page)
  assert.deepEqual(
    posted.map(({ status }) => status),
    [422, 200],
  )
})
