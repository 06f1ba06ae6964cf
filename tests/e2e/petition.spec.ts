import { expect } from 'playwright/test'
import { test } from './support/staff-browser.ts'
import { lampStory } from '../support/portal/stories.ts'
import { cms, portal } from './support/places.ts'
import {
  file,
  fillAll,
  goOn,
  lamps,
  readReceipt,
  send,
  stepHeading,
  track,
  walk,
} from './support/petitioner.ts'

const { facts } = lampStory
const reply = '经现场核查，三盏路灯线路老化，已于今日更换，恢复照明。'

test('a citizen files, a clerk registers and replies, the citizen reads and evaluates', async ({
  page,
  atDesk,
}) => {
  test.setTimeout(180_000)
  const kept = await file(page)
  const { number } = kept
  page.on('dialog', (dialog) => void dialog.accept())

  const desk = await atDesk('case-clerk')
  await expect(async () => {
    await desk.goto(`${cms}/admin/desk`)
    await expect(desk.getByText(number).first()).toBeVisible({ timeout: 4_000 })
  }).toPass({ timeout: 30_000 })
  // Presses from the queue to a sent reply: eight, and nothing is loaded anew.
  await desk.getByRole('row').filter({ hasText: number }).getByRole('link').first().click()
  // Earlier cases with the same words may stand below it.
  const petition = desk.getByRole('region', { name: '信访事项', exact: true })
  await expect(petition.getByText(facts)).toBeVisible()
  await desk.getByRole('button', { name: '登记', exact: true }).click()
  await desk.getByRole('button', { name: '确认登记' }).click()
  await expect(desk.getByText('“登记”已经办好。')).toBeFocused()
  await desk.getByRole('link', { name: '写答复' }).click()
  await desk.getByRole('combobox', { name: '答复的单位' }).click()
  await desk.getByRole('option', { name: '区城市管理和综合执法局' }).click()
  await desk.getByRole('button', { name: '照抄信访人的诉求' }).click()
  for (const part of ['事实和理由', '处理意见', '法律依据'])
    await desk.getByRole('textbox', { name: part, exact: true }).fill(reply)
  await desk.getByRole('button', { name: '答复信访人' }).click()
  await expect(desk.getByText('已经答复，信访人可以看到了。')).toBeFocused()

  await expect(async () => {
    await track(page, kept)
    await expect(page.getByText(reply).first()).toBeVisible({ timeout: 3_000 })
  }).toPass({ timeout: 30_000 })
  await page.getByLabel('基本满意').check()
  await page.getByLabel(/意见/).fill('修得很快。')
  await page.getByRole('button', { name: '提交评价' }).click()
  await expect(page.getByText('谢谢您的评价')).toBeVisible()

  await desk.goBack()
  await expect(async () => {
    await desk.reload()
    await expect(desk.getByText('评价：基本满意', { exact: true })).toBeVisible({ timeout: 4_000 })
  }).toPass({ timeout: 30_000 })
})

test('a step is left only when it is sound, and faults lead to their fields', async ({ page }) => {
  await page.goto(`${portal}/petition/`)
  await expect(stepHeading(page, 1)).toBeVisible()
  await goOn(page)
  const summary = page.getByRole('alert')
  await expect(summary).toBeFocused()
  await summary.getByRole('link', { name: /标题/ }).click()
  await expect(page.getByLabel('标题')).toBeFocused()
  await expect(page.getByLabel('标题')).toHaveAttribute('aria-invalid', 'true')
  await walk(page)
})

test('nothing typed is lost on the way back and forth', async ({ page }) => {
  await page.goto(`${portal}/petition/`)
  await walk(page)
  await page.goBack()
  await expect(stepHeading(page, 6)).toBeFocused()
  await page.goBack()
  await expect(stepHeading(page, 5)).toBeFocused()
  await expect(page.getByLabel('手机号码')).toHaveValue(lampStory.phone)
  for (let step = 5; step < 7; step += 1) await page.goForward()
  await expect(page.getByText(facts)).toBeVisible()
  await page.getByRole('button', { name: /修改.*标题/ }).click()
  await expect(page.getByLabel('标题')).toBeFocused()
  await page.getByLabel('标题').fill('柳岸社区三盏路灯不亮')
  await page.getByRole('button', { name: '回去检查' }).click()
  await expect(stepHeading(page, 7)).toBeFocused()
  await expect(page.getByText('柳岸社区三盏路灯不亮')).toBeVisible()
})

test('what the server refuses is shown at its step, with everything still there', async ({
  page,
}) => {
  await page.goto(`${portal}/petition/`)
  await walk(page)
  await page.route('**/petition/', (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({ status: 422, json: { kind: 'faults', faults: { region: '请重新选择' } } })
      : route.continue(),
  )
  await send(page)
  await expect(page.getByRole('alert')).toBeFocused()
  await expect(stepHeading(page, 2)).toBeVisible()
  await page.unroute('**/petition/')
  await page.getByRole('button', { name: '回去检查' }).click()
  await expect(page.getByText(facts)).toBeVisible()
  await send(page)
  await readReceipt(page)
})

test('a draft is kept only when asked for, and gone after the receipt', async ({ page }) => {
  const kept = () => page.evaluate(() => localStorage.getItem('petition-draft'))
  await page.goto(`${portal}/petition/`)
  await expect(stepHeading(page, 1)).toBeVisible()
  await page.getByLabel('标题').fill('先写一半的事项')
  await expect(page.getByLabel('存草稿')).not.toBeChecked()
  expect(await kept()).toBeNull()
  await page.getByLabel('存草稿').check()
  await page.getByLabel('标题').fill(lamps.title)
  await expect.poll(kept).toContain(lamps.title)
  await page.reload()
  await expect(page.getByLabel('标题')).toHaveValue(lamps.title)
  await page.getByRole('button', { name: '清除这台设备上的草稿' }).click()
  expect(await kept()).toBeNull()
  await page.getByLabel('存草稿').check()
  await walk(page)
  await send(page)
  await readReceipt(page)
  expect(await kept()).toBeNull()
})

test('the questions lead to a form that knows the matter, and like results are offered', async ({
  page,
  context,
}) => {
  await page.goto(`${portal}/petition/`)
  for (const name of [/回答几个问题/, /请求解决我/, /没有到过/, /同工作单位/, /拖欠工资/]) {
    await page.getByRole('link', { name }).first().click()
  }
  await page.getByRole('main').getByRole('link', { name: '提出信访事项' }).click()
  await expect(stepHeading(page, 1)).toBeVisible()
  await expect(page.getByLabel('申诉求决')).toBeChecked()
  await expect(page.getByLabel('问题领域')).toHaveValue('labour')
  await page.getByLabel('标题').fill('木工拖欠工资')
  const similar = page.getByRole('status').filter({ hasText: '类似的事' }).getByRole('link')
  await expect(similar.first()).toBeVisible()
  expect(await similar.count()).toBeLessThanOrEqual(3)
  const opened = context.waitForEvent('page')
  await similar.first().click()
  await expect((await opened).getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByLabel('标题')).toHaveValue('木工拖欠工资')
})

test('a broken connection is said, and the petition can be sent again', async ({
  page,
  context,
}) => {
  await page.goto(`${portal}/petition/`)
  await walk(page, { title: '网络断开时提交的事项' })
  await context.setOffline(true)
  await send(page)
  await expect(page.getByRole('alert')).toContainText('网络')
  await expect(page.getByText(facts)).toBeVisible()
  await context.setOffline(false)
  await send(page)
  await readReceipt(page)
})

test('a wrong number or code gets one same answer', async ({ page }) => {
  await track(page, { number: '1234 5678 9012 3456', code: 'ABCD-EFGH-JKMN' })
  await expect(page.getByRole('alert')).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a citizen files, corrects a mistake, gets the receipt and tracks', async ({ page }) => {
    await page.goto(`${portal}/petition/`)
    await fillAll(page, { title: '没有脚本也能提交' })
    await page.getByLabel('姓名').fill('')
    await page.getByRole('button', { name: '提交信访事项' }).click()
    await expect(page.getByRole('alert').getByRole('link', { name: /姓名/ })).toBeVisible()
    await expect(page.getByLabel('事实与理由')).toHaveValue(facts)
    await expect(page.getByLabel('问题属地')).toHaveValue('chengxi-liuan')
    await page.getByLabel('姓名').fill(lampStory.name)
    await page.getByRole('button', { name: '提交信访事项' }).click()
    const kept = await readReceipt(page)
    await track(page, kept)
    // The office may have collected it by now, and the page then knows its title.
    await expect(page.getByRole('main')).toContainText(kept.number)
    await expect(page.getByRole('main')).toContainText('信访局已经收到')
  })
})
