import { expect, type Page } from 'playwright/test'
import { essay } from '../support/desk/publicity.ts'
import { collection } from '../support/desk/staff.ts'
import { acceptedCase } from './support/accepted-case.ts'
import { openCase, openAction } from './support/case-page.ts'
import { staff, test } from './support/staff-browser.ts'
import { cms } from './support/places.ts'
import { openEntry } from './support/publicity.ts'

type Made = { data: { documentId: string } }
type List = { results: { documentId: string }[] }

const at = (type: string, documentId: string) => `${cms}/admin${collection(type)}/${documentId}`

/** A telephone that is turned, or a window that is made narrow, and back: both lay the page out anew. */
async function turn(page: Page, look: () => Promise<void>): Promise<void> {
  for (const width of [390, 1280, 800, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    await look()
  }
}

test('the history stays open, with what is compared and restored, when the page is laid out anew', async ({
  atDesk,
}) => {
  const page = await atDesk('publicity-publisher')
  const voice = await staff('publicity-publisher')
  // One that no other test changes meanwhile.
  const named = 'filters[slug][$eq]=three-inches-of-water&status=published'
  const { body } = await voice.call('GET', `${collection('essay')}?${named}`)
  await openEntry(page, at('essay', (body as List).results[0]?.documentId ?? ''))
  await page.getByRole('button', { name: /历史版本/ }).click()
  const history = page.getByRole('dialog', { name: '历史版本' })
  await history.getByRole('combobox', { name: '到哪一版' }).click()
  await page.getByRole('option', { name: '第 1 版' }).click()
  await history.getByRole('button', { name: '恢复第 1 版' }).click()
  await turn(page, async () => {
    await expect(history.getByRole('group', { name: '恢复旧版' })).toBeVisible()
    await expect(history.getByRole('combobox', { name: '到哪一版' })).toContainText('第 1 版')
  })
  await history.getByRole('button', { name: /关闭/ }).click()
  await expect(history).toHaveCount(0)
  // What was closed is closed, also after the page was left.
  await page.reload()
  await expect(history).toHaveCount(0)
})

test('the form of a step stays open with what was written, and what refused it', async ({
  atDesk,
}) => {
  const page = await atDesk('publicity-reviewer')
  const author = await staff('publicity-author')
  const made = await author.call('POST', collection('essay'), essay(`turned-review-${Date.now()}`))
  const { documentId } = (made.body as Made).data
  const steps = `/desk/editions/api::essay.essay/${documentId}/steps`
  expect((await author.call('POST', steps, { kind: 'submit' })).status).toBe(200)
  await openEntry(page, at('essay', documentId))
  await page.getByRole('button', { name: '退回修改', exact: true }).click()
  const form = page.getByRole('group', { name: '退回修改', exact: true })
  await form.getByRole('textbox', { name: /原因/ }).fill('请写明是哪一天')
  await turn(page, async () => {
    await expect(form).toBeAttached()
    await expect(form.locator('textarea')).toHaveValue('请写明是哪一天')
  })
})

test('the steps of a case stay open, and a query code that is shown only once stays shown', async ({
  atDesk,
}) => {
  const { entry } = await acceptedCase()
  const page = await atDesk('case-clerk')
  await openCase(page, entry.documentId)
  const form = await openAction(page, '请信访人补充')
  await form.getByRole('textbox', { name: /请补充什么/ }).fill('请拍一张照片。')
  await page
    .getByRole('button', { name: '修改', exact: true })
    .or(page.getByRole('button', { name: '填写', exact: true }))
    .click()
  const accused = page.getByRole('group', { name: '填写被检举控告的单位' })
  await page.getByRole('button', { name: '补发查询码' }).click()
  await page.getByRole('textbox', { name: '补发原因' }).fill('本人带身份证件来说忘了')
  await page.getByRole('button', { name: '确认补发' }).click()
  const code = page.getByTestId('new-code')
  await expect(code).toBeVisible()
  const shown = await code.innerText()
  await turn(page, async () => {
    await expect(code).toHaveText(shown)
    await expect(form.locator('textarea')).toHaveValue('请拍一张照片。')
    await expect(accused).toBeAttached()
  })
  await page.getByRole('button', { name: '已经交给信访人' }).click()
  await expect(code).toHaveCount(0)
})
