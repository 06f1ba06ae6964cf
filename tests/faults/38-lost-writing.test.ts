import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright'
import { pdfFile } from '../support/files/files.ts'
import { useFormBrowser } from '../support/portal/form-browser.ts'
import type { Filed } from '../support/portal/intake.ts'

const portal = useFormBrowser()

const appeal = { level: 'review', lastDay: '2126-12-20' } as const
const clock = {
  name: '可以申请复查',
  whose: 'petitioner',
  article: 35,
  startedOn: '2026-11-20',
  lastDay: '2126-12-20',
  done: false,
} as const
const reply = { text: '已经付清。', unit: '区人社局', deliveredOn: '2026-11-20' }
const words = '又有一个月没有发，\n一共三个人。😀'

/** What the holder of a receipt may write, and how it is sent. */
const laterMessages = [
  { kind: 'evaluation', label: '意见（选填）', button: '提交评价', sent: '谢谢您的评价' },
  { kind: 'supplement', label: '补充的内容', button: '送出补充材料', sent: '补充材料已送出' },
  { kind: 'withdrawal', label: '撤回的理由', button: '撤回', sent: '撤回申请已送出' },
  { kind: 'appeal', label: '申请的理由', button: '送出复查申请', sent: '复查申请已送出' },
] as const
type LaterMessage = (typeof laterMessages)[number]

async function openProgress(given?: Filed): Promise<{ filed: Filed; page: Page }> {
  const filed = given ?? (await portal.intake.file())
  if (!given) {
    await portal.intake.bureau.push(filed.digits, {
      revision: 1,
      state: 'replied',
      reply,
      clocks: [clock],
      may: { evaluate: true, supplement: true, withdraw: true, appeal },
    })
  }
  const context = await portal.browser.newContext({ viewport: { width: 390, height: 800 } })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await look(page, filed)
  return { filed, page }
}

async function look(page: Page, { number, code }: Filed): Promise<void> {
  await page.goto(`${portal.intake.portal.url}/petition/track/`)
  await page.getByLabel('查询编号').fill(number)
  await page.getByLabel('查询码').fill(code)
  await page.getByRole('button', { name: '查进度' }).click()
  await page.getByRole('heading', { name: '办理经过' }).waitFor()
}

const text = (page: Page, { label }: LaterMessage) => page.getByRole('textbox', { name: label })
async function write(page: Page, laterMessage: LaterMessage): Promise<void> {
  const box = text(page, laterMessage)
  if (laterMessage.kind === 'evaluation') await page.getByLabel('基本满意').check()
  else if (!(await box.isVisible())) {
    await page.locator(`details:has(textarea[name="${nameOf(laterMessage)}"]) > summary`).click()
  }
  await box.fill(words)
  // The page's script is there, and has seen it.
  await page.waitForFunction(
    (name) => Object.values(sessionStorage).some((draft) => name in JSON.parse(draft)),
    nameOf(laterMessage),
  )
}
function nameOf({ kind }: LaterMessage): string {
  return { evaluation: 'comment', supplement: 'text', withdrawal: 'reason', appeal: 'grounds' }[
    kind
  ]
}

async function send(page: Page, { button, kind }: LaterMessage): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click()
  if (kind === 'withdrawal') await page.getByRole('button', { name: '确定撤回' }).click()
}

/** What the office got of a petition beyond the petition. */
async function received({ digits }: Filed) {
  const all = await portal.intake.bureau.collect()
  return all.filter(({ number, kind }) => number === digits && kind !== 'petition')
}
const kept = (page: Page) =>
  page.evaluate(() =>
    Object.keys(sessionStorage).filter((name) => name.startsWith('later-message')),
  )

/** What may happen to a page in the middle of writing, after which it is there again. */
const mishaps: Record<string, (page: Page, filed: Filed) => Promise<void>> = {
  'a reload': async (page) => void (await page.reload()),
  'a link to an article, and Back': async (page) => {
    await page.locator('a.article-link:visible').first().click()
    await page.waitForURL(/regulations/)
    await page.goBack()
  },
  'another page, and Back': async (page) => {
    await page.goto('about:blank')
    await page.goBack()
  },
  'number and code typed once more': (page, filed) => look(page, filed),
}

describe('what is written on the tracking page (38)', () => {
  for (const laterMessage of laterMessages) {
    for (const [mishap, happen] of Object.entries(mishaps)) {
      it(`${laterMessage.kind}: is there after ${mishap}, and sent once`, async () => {
        const { filed, page } = await openProgress()
        await write(page, laterMessage)
        await happen(page, filed)
        await page.getByRole('heading', { name: '办理经过' }).waitFor()
        assert.equal(await text(page, laterMessage).inputValue(), words)
        await send(page, laterMessage)
        await page.getByRole('heading', { name: laterMessage.sent }).waitFor()
        assert.deepEqual(await kept(page), [])
        await page.reload()
        await page.getByRole('heading', { name: laterMessage.sent }).waitFor()
        await page.goBack()
        await page.getByRole('heading', { name: '办理经过' }).waitFor()
        const [message, ...more] = await received(filed)
        assert.equal(more.length, 0)
        assert.ok(JSON.stringify(message).includes(JSON.stringify(words)))
        await page.context().close()
      })
    }

    it(`${laterMessage.kind}: stays where the network is gone, and is sent once`, async () => {
      const { filed, page } = await openProgress()
      await write(page, laterMessage)
      await page.context().setOffline(true)
      await page.getByRole('button', { name: laterMessage.button, exact: true }).click()
      await page.getByRole('alert').filter({ hasText: '没有连上网站' }).waitFor()
      assert.equal(await text(page, laterMessage).inputValue(), words)
      await page.context().setOffline(false)
      await send(page, laterMessage)
      await page.getByRole('heading', { name: laterMessage.sent }).waitFor()
      assert.equal((await received(filed)).length, 1)
      await page.context().close()
    })
  }

  it('is sent once where the answer is lost', async () => {
    const { filed, page } = await openProgress()
    const [, supplement] = laterMessages
    await write(page, supplement)
    await page.route('**/petition/track/', async (route) => {
      await route.fetch()
      await route.abort()
    })
    await send(page, supplement)
    await page.getByRole('alert').filter({ hasText: '没有连上网站' }).waitFor()
    await page.unroute('**/petition/track/')
    await page.reload()
    assert.equal(await text(page, supplement).inputValue(), words)
    await send(page, supplement)
    await page.getByRole('heading', { name: '补充材料已送出' }).waitFor()
    assert.equal((await received(filed)).length, 1)
  })

  it('brings the files along that had arrived before a reload', async () => {
    const { filed, page } = await openProgress()
    const [, supplement] = laterMessages
    await write(page, supplement)
    await page.locator('#supplement-files').setInputFiles({
      name: '说明.pdf',
      mimeType: 'application/pdf',
      buffer: pdfFile(),
    })
    await page.getByText(/^已上传/).waitFor()
    await page.reload()
    await page.getByText(/^已上传/).waitFor()
    await send(page, supplement)
    await page.getByRole('heading', { name: '补充材料已送出' }).waitFor()
    const [message] = await received(filed)
    assert.ok(message?.kind === 'supplement')
    assert.deepEqual(
      message.attachments.map(({ name }) => name),
      ['说明.pdf'],
    )
  })

  it('says beside the field what is wrong, and stays', async () => {
    const { page } = await openProgress()
    const [evaluation] = laterMessages
    await text(page, evaluation).fill(words)
    await page.getByRole('button', { name: evaluation.button }).click()
    await page.getByText('请选择满意、基本满意或不满意').waitFor()
    const alert = page.getByRole('alert').filter({ hasText: '还没有送出' })
    assert.ok(await alert.evaluate((element) => element === document.activeElement))
    assert.equal(await text(page, evaluation).inputValue(), words)
  })

  it('is not overwritten by another tab', async () => {
    const { filed, page } = await openProgress()
    const [, supplement] = laterMessages
    await write(page, supplement)
    const other = await page.context().newPage()
    await look(other, filed)
    assert.deepEqual(await kept(other), [])
    await other.locator('summary', { hasText: '补充材料' }).click()
    await text(other, supplement).fill('另一件事。')
    await page.reload()
    assert.equal(await text(page, supplement).inputValue(), words)
    await send(page, supplement)
    await page.getByRole('heading', { name: '补充材料已送出' }).waitFor()
    await other.reload()
    assert.equal(await text(other, supplement).inputValue(), '另一件事。')
    await send(other, supplement)
    await other.getByRole('heading', { name: '补充材料已送出（2 份）' }).waitFor()
    assert.equal((await received(filed)).length, 2)
  })

  it('is wiped when the page is left for good', async () => {
    const { page } = await openProgress()
    for (const laterMessage of laterMessages) await write(page, laterMessage)
    assert.equal((await kept(page)).length, 4)
    const address = page.url()
    await page.getByRole('button', { name: '看完了，关闭查询' }).click()
    await page.getByRole('heading', { level: 1, name: '查进度' }).waitFor()
    assert.deepEqual(await kept(page), [])
    await page.goto(address)
    assert.equal(await page.getByText(reply.text).count(), 0)
  })

  it('can be copied where it cannot be sent any more', async () => {
    const { filed, page } = await openProgress()
    const [, supplement] = laterMessages
    await write(page, supplement)
    const may = { evaluate: false, supplement: false, withdraw: false, appeal: null }
    await portal.intake.bureau.push(filed.digits, { revision: 2, state: 'closed', reply, may })
    await send(page, supplement)
    await page.getByRole('alert').filter({ hasText: '现在不能补充材料' }).waitFor()
    await page.reload()
    await page.getByText('又有一个月没有发').waitFor()
  })
})
