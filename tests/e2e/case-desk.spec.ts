import { expect } from 'playwright/test'
import { createCitizen } from '../support/citizen.ts'
import { story } from '../support/stories.ts'
import type { CaseEntry } from '../support/case-clerk.ts'
import { collection } from '../support/staff.ts'
import { until } from '../support/until.ts'
import { acceptedCase, unit } from './accepted-case.ts'
import { staff, test } from './staff-browser.ts'
import { cms, portal } from './places.ts'

const reply = '路灯已经修好，三盏都亮了。'

test('a reply that is half written survives another step, a reload and a colleague, and is filed', async ({
  atDesk,
}) => {
  const { entry, take } = await acceptedCase()
  const page = await atDesk('case-clerk')
  const address = `${cms}/admin/content-manager/collection-types/api::case.case/${entry.documentId}`
  await page.goto(address)
  const form = page.getByRole('group', { name: '答复', exact: true })
  const text = form.getByRole('textbox', { name: /答复内容/ })
  await page.getByRole('button', { name: '答复', exact: true }).click()
  await text.fill(reply)

  await page.getByRole('button', { name: '延期', exact: true }).click()
  await page.getByRole('button', { name: '答复（写了一半）' }).click()
  await expect(text).toHaveValue(reply)

  const asked = page.waitForEvent('dialog').then((dialog) => dialog.accept())
  await page.reload()
  await asked
  await page.getByRole('button', { name: '答复（写了一半）' }).click()
  await expect(text).toHaveValue(reply)
  await expect(form).toContainText('还没有提交')

  await page.getByRole('link', { name: '承办单位' }).click()
  await expect(page.getByRole('alertdialog', { name: '“答复”还没有提交' })).toBeVisible()
  await page.getByRole('button', { name: '留在这里' }).click()

  await take({ kind: 'extend', days: 10, reason: '需要更换线路' })
  await form.getByRole('button', { name: '确认答复' }).click()
  await expect(form.getByRole('alert')).toContainText('办理期限延长 10 日。理由：需要更换线路')
  await expect(text).toHaveValue(reply)
  await form.getByRole('button', { name: '看过变化，确认答复' }).click()

  const done = page.getByText('“答复”已经办好。')
  await expect(done).toBeFocused()
  await expect(form).toBeHidden()
  await expect(page.getByRole('button', { name: '办结', exact: true })).toBeVisible()
  await expect(page.getByRole('textbox', { name: '答复（处理意见书）' })).toHaveValue(reply)
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain(reply)
})

test('a reply that a colleague was quicker with is shown, and one’s own stays to be copied', async ({
  atDesk,
}) => {
  const { entry, take } = await acceptedCase()
  const page = await atDesk('case-clerk')
  await page.goto(
    `${cms}/admin/content-manager/collection-types/api::case.case/${entry.documentId}`,
  )
  const form = page.getByRole('group', { name: '答复', exact: true })
  await page.getByRole('button', { name: '答复', exact: true }).click()
  await form.getByRole('textbox', { name: /答复内容/ }).fill(reply)
  await take({ kind: 'reply', unit, text: '同事先写好的答复。' })
  await form.getByRole('button', { name: '确认答复' }).click()
  await expect(form.getByRole('alert').first()).toContainText('同事先写好的答复。')
  await expect(form.getByRole('textbox', { name: /答复内容/ })).toHaveValue(reply)
  await expect(form).toContainText('现在不能再“答复”')
  await form.getByRole('button', { name: '清空' }).click()
})

test('a clerk settles by clicking which of the units that a petition names are accused', async ({
  atDesk,
}) => {
  const clerk = await staff('case-clerk')
  const citizen = createCitizen(portal)
  const { answer } = await citizen.fileAsData({
    ...story,
    facts: '城管执法人员上门打人收钱，区民政局的人在场看见了。',
    key: await citizen.openForm(),
  })
  const { documentId } = await until('the case', 30, async () => {
    const path = `${collection('case')}?filters[number][$eq]=${answer.number}`
    const { body } = await clerk.call('GET', path)
    return (body as { results: CaseEntry[] }).results[0]
  })
  const page = await atDesk('case-clerk')
  await page.goto(`${cms}/admin/content-manager/collection-types/api::case.case/${documentId}`)
  const form = page.getByRole('group', { name: '填写被检举控告的单位' })
  const isAccused = (name: string) => form.getByRole('radiogroup', { name: new RegExp(name) })
  await isAccused(unit).getByRole('radio', { name: '是被检举控告的' }).click()
  await expect(form.getByRole('button', { name: '确认这些单位' })).toBeDisabled()
  await isAccused('区民政局').getByRole('radio', { name: '不是，只是写到' }).click()

  // A colleague is quicker: nothing is written over, and what was chosen here is still chosen.
  await clerk.call('POST', `/desk/cases/${documentId}/steps`, { kind: 'register' })
  await form.getByRole('button', { name: '确认这些单位' }).click()
  await expect(form.getByRole('alert').last()).toContainText('现在记下的是：没有指明单位')
  const chosen = isAccused(unit).getByRole('radio', { name: '是被检举控告的' })
  await expect(chosen).toBeChecked()

  await page.evaluate(() => Object.assign(window, { same: true }))
  await form.getByRole('button', { name: '看过变化，确认这些单位' }).click()
  await expect(page.getByText('“被检举控告的单位”已经记下。')).toBeFocused()
  await expect(form).toBeHidden()
  expect(await page.evaluate(() => 'same' in window)).toBe(true)
  await expect(page.getByText('不能转给这些单位，它们的账号也看不到')).toBeVisible()

  await page.getByRole('button', { name: '修改', exact: true }).click()
  await page.getByRole('button', { name: '不改了' }).click()
  await page.getByRole('button', { name: '转送承办单位', exact: true }).click()
  const referral = page.getByRole('group', { name: '转送承办单位', exact: true })
  await referral.getByRole('combobox', { name: '承办单位' }).click()
  await expect(page.getByRole('option', { name: '区民政局' })).toBeVisible()
  await expect(page.getByRole('option', { name: unit })).toHaveCount(0)
})

test('a step taken right after one’s own, in another panel too, is not called late', async ({
  atDesk,
}) => {
  const { entry } = await acceptedCase()
  const page = await atDesk('case-clerk')
  await page.goto(
    `${cms}/admin/content-manager/collection-types/api::case.case/${entry.documentId}`,
  )
  const extension = page.getByRole('group', { name: '延期', exact: true })
  await page.getByRole('button', { name: '延期', exact: true }).click()
  await extension.getByRole('textbox', { name: /理由/ }).fill('需要更换线路')
  await extension.getByRole('textbox', { name: /延长/ }).fill('10')
  await page.getByRole('button', { name: '补发查询码' }).click()
  await page.getByRole('textbox', { name: '补发原因' }).fill('本人带身份证件来说忘了')
  await page.getByRole('button', { name: '确认补发' }).click()
  await expect(page.getByTestId('new-code')).toBeVisible()

  await extension.getByRole('button', { name: '确认延期' }).click()
  await expect(page.getByText('“延期”已经办好。')).toBeVisible()
  // What is shown only once is still there.
  await expect(page.getByTestId('new-code')).toBeVisible()
  await page.getByRole('button', { name: '已经交给信访人' }).click()
  await page.getByRole('button', { name: '答复', exact: true }).click()
  const form = page.getByRole('group', { name: '答复', exact: true })
  await form.getByRole('textbox', { name: /答复内容/ }).fill(reply)
  await form.getByRole('button', { name: '确认答复' }).click()
  await expect(page.getByText('“答复”已经办好。')).toBeVisible()
})

test('a slip in a reply is corrected with its reason, and the record of the case is shown as whole', async ({
  atDesk,
}) => {
  const { entry, take } = await acceptedCase()
  await take({ kind: 'reply', unit, text: '三盏路登已经修好。' })
  const page = await atDesk('case-clerk')
  await page.goto(
    `${cms}/admin/content-manager/collection-types/api::case.case/${entry.documentId}`,
  )
  await expect(page.getByText('✓ 记录完整，共 5 条')).toBeVisible()
  await page.getByRole('button', { name: '更正答复', exact: true }).click()
  const form = page.getByRole('group', { name: '更正答复', exact: true })
  const confirm = form.getByRole('button', { name: '确认更正答复' })
  await form.getByRole('textbox', { name: /更正后的答复全文/ }).fill('三盏路灯已经修好。')
  await expect(confirm).toBeDisabled()
  await form.getByRole('textbox', { name: /更正的原因/ }).fill('有一个错字')
  await confirm.click()
  await expect(page.getByText('“更正答复”已经办好。')).toBeVisible()
  await expect(page.getByText('✓ 记录完整，共 6 条')).toBeVisible()
  await expect(page.getByText('答复已更正，以更正后的为准。原因：有一个错字')).toBeVisible()
})
