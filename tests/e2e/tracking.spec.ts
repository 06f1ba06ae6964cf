import { expect, test, type Page } from 'playwright/test'
import type { StatusChanges } from '../support/portal/bureau.ts'
import { pdfFile } from '../support/files/files.ts'
import { startIntake, type Filed, type Intake } from '../support/portal/intake.ts'
import { violations } from './support/axe.ts'

// A portal of its own: the office of this test decides what every status says.
let intake: Intake
test.beforeAll(async () => {
  test.setTimeout(180_000)
  intake = await startIntake()
})
test.afterAll(() => intake.stop())
test.use({ viewport: { width: 360, height: 740 } })

const unit = '区人力资源和社会保障局'
const clock = {
  name: '办结',
  whose: 'unit',
  article: 34,
  startedOn: '2026-10-01',
  lastDay: '2026-11-30',
  done: false,
} as const
const right = { ...clock, name: '可以申请复查', whose: 'petitioner', article: 35 } as const
const reply = { text: '已责令公司付清工资。', unit, deliveredOn: '2026-11-20' }
const appeal = { level: 'review', lastDay: '2126-12-20' } as const
const replied = {
  revision: 1,
  state: 'replied',
  unit,
  reply,
  clocks: [{ ...right, lastDay: '2126-12-20' }],
  may: { evaluate: true, withdraw: false, appeal },
} as const satisfies StatusChanges
const standings: Record<string, StatusChanges | null> = {
  received: null,
  late: { revision: 1, state: 'accepted', unit, clocks: [{ ...clock, lastDay: '2026-01-30' }] },
  replied,
  ended: { ...replied, state: 'closed', clocks: [{ ...right, lastDay: '2026-01-30' }] },
  'reviewed again': {
    revision: 1,
    state: 're-reviewed',
    reply,
    opinions: [
      { level: 're-review', text: '维持。', body: '市人民政府', deliveredOn: '2026-11-21' },
    ],
  },
  withdrawn: { revision: 1, state: 'withdrawn', may: { supplement: false, withdraw: false } },
}

async function follow(page: Page, status: StatusChanges | null): Promise<Filed> {
  const filed = await intake.file()
  if (status) await intake.bureau.push(filed.digits, status)
  await look(page, filed)
  return filed
}

async function look(page: Page, { number, code }: Filed): Promise<void> {
  await page.goto(`${intake.portal.url}/petition/track/`)
  await page.getByLabel('查询编号').fill(number)
  await page.getByLabel('查询码').fill(code)
  await page.getByRole('button', { name: '查进度' }).click()
  await expect(page.getByRole('heading', { name: '办理经过' })).toBeVisible()
}

async function expectSound(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([])
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBeLessThanOrEqual(0)
}

for (const [name, status] of Object.entries(standings)) {
  test(`${name}: one sentence first, no violation, no sideways scrolling`, async ({ page }) => {
    await follow(page, status)
    await expect(page.locator('.page-head + .standing p').first()).toHaveText(/^[^。]+。$/)
    for (const summary of await page.locator('summary').all()) await summary.click()
    await expectSound(page)
  })
}

test('a supplement with a photo goes out once, by keyboard and with a double click', async ({
  page,
}) => {
  const filed = await follow(page, replied)
  await page.locator('summary', { hasText: '补充材料' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '送出补充材料' }).click()
  await expect(page.getByRole('alert')).toContainText('还没有送出')
  await expect(page.getByLabel('补充的内容')).toHaveAttribute('aria-invalid', 'true')
  await expectSound(page)

  await page.getByLabel('补充的内容').fill('又有一个月没有发。')
  await expect(page.getByRole('button', { name: '选择文件' })).toBeVisible()
  await page
    .locator('#supplement-files')
    .setInputFiles({ name: '说明.pdf', mimeType: 'application/pdf', buffer: pdfFile() })
  await expect(page.getByText(/^已上传/)).toBeVisible()
  await page.getByRole('button', { name: '送出补充材料' }).dblclick()
  await expect(page.getByRole('status').filter({ hasText: '补充材料已送出' })).toBeVisible()
  await expect(page.getByText('补充材料已送出（')).toHaveCount(0)
  const sent = (await intake.bureau.collect()).filter(({ number }) => number === filed.digits)
  expect(sent.map(({ kind }) => kind)).toEqual(['petition', 'supplement'])
  const [, supplement] = sent
  expect(supplement).toMatchObject({ attachments: [{ name: '说明.pdf', type: 'application/pdf' }] })
})

test('a supplement sent while its file is on the way goes out when the file is there', async ({
  page,
}) => {
  const filed = await follow(page, replied)
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  await page.route('**/petition/attachments/**', async (route) => {
    await held
    await route.continue()
  })
  await page.locator('summary', { hasText: '补充材料' }).click()
  await page.getByLabel('补充的内容').fill('附上说明。')
  await expect(page.getByRole('button', { name: '选择文件' })).toBeVisible()
  await page
    .locator('#supplement-files')
    .setInputFiles({ name: '说明.pdf', mimeType: 'application/pdf', buffer: pdfFile() })
  await page.getByRole('button', { name: '送出补充材料' }).click()
  await expect(page.getByText('传完会自动送出')).toBeVisible()
  expect((await intake.bureau.collect()).at(-1)).toMatchObject({
    number: filed.digits,
    kind: 'petition',
  })
  letGo()
  await expect(page.getByText('补充材料已送出')).toBeVisible()
  expect((await intake.bureau.collect()).at(-1)).toMatchObject({
    kind: 'supplement',
    text: '附上说明。',
    attachments: [{ name: '说明.pdf' }],
  })
})

test('a withdrawal is asked about once more, and can be left', async ({ page }) => {
  await follow(page, { revision: 1, state: 'accepted', unit, clocks: [clock] })
  const withdraw = async () => {
    await page.locator('summary', { hasText: '撤回' }).click()
    await page.getByLabel('撤回的理由').fill('已经解决。')
    await page.getByRole('button', { name: '撤回', exact: true }).click()
    await expect(page.getByRole('alert')).toContainText('真的要撤回吗')
  }
  await withdraw()
  await expectSound(page)
  await page.getByRole('button', { name: '不撤回' }).click()
  await expect(page.getByText('真的要撤回吗')).toHaveCount(0)
  await withdraw()
  await page.getByRole('button', { name: '确定撤回' }).click()
  await expect(page.getByText('撤回申请已送出')).toBeVisible()
  await expect(page.getByRole('heading', { name: '您现在可以' })).toHaveCount(0)
})

test('the last days are downloaded as a calendar file', async ({ page }) => {
  await follow(page, replied)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: '存进手机日历' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('信访期限.ics')
  expect(new URL(download.url()).search).toBe('')
})

test('on paper stands where the matter stands, and nothing that is pressed', async ({ page }) => {
  await follow(page, replied)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText(reply.text)).toBeVisible()
  await expect(page.getByRole('heading', { name: '期限' })).toBeVisible()
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
  await expect(page.getByLabel('申请的理由')).toBeHidden()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a review is asked for, and the page says so until the office has it', async ({ page }) => {
    const filed = await follow(page, replied)
    await page.locator('summary', { hasText: '申请复查' }).click()
    await page.getByLabel('申请的理由').fill('少算了一个月。')
    await page.getByRole('button', { name: '送出复查申请' }).click()
    await expect(page.getByText('复查申请已送出')).toBeVisible()
    await expect(page.locator('summary', { hasText: '申请复查' })).toHaveCount(0)
    await look(page, filed)
    await expect(page.getByText('复查申请已送出')).toBeVisible()
    await intake.bureau.push(filed.digits, { revision: 2, state: 'reviewing', unit, reply })
    await look(page, filed)
    await expect(page.getByText('您的复查申请已经收到，正在复查。')).toBeVisible()
  })
})
