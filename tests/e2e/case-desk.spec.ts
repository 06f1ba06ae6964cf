import { expect } from 'playwright/test'
import { createCitizen } from '../support/portal/citizen.ts'
import type { CaseEntry } from '../support/case/clerk.ts'
import { collection } from '../support/desk/staff.ts'
import { story } from '../support/portal/stories.ts'
import { until } from '../support/machine/until.ts'
import { acceptedCase, unit } from './support/accepted-case.ts'
import { violations } from './support/axe.ts'
import { openCase, openAction, actionForm } from './support/case-page.ts'
import { cms, portal } from './support/places.ts'
import { staff, test } from './support/staff-browser.ts'

const other = '区民政局'

/** A case as it came in. */
async function filedCase(changes: Partial<typeof story> = {}): Promise<CaseEntry> {
  const clerk = await staff('case-clerk')
  const citizen = createCitizen(portal)
  const facts = '巷口的三盏路灯坏了一个月，晚上看不清路。'
  const fields = { ...story, facts, ...changes, key: await citizen.openForm() }
  const { answer } = await citizen.fileAsData(fields)
  return until('the case', 30, async () => {
    const path = `${collection('case')}?filters[number][$eq]=${answer.number}`
    const { body } = await clerk.call('GET', path)
    return (body as { results: CaseEntry[] }).results[0]
  })
}

const viewports = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
]

for (const size of viewports) {
  test(`a case is read, registered and referred to two units on one page, at ${size.width}`, async ({
    atDesk,
  }) => {
    const { documentId, number } = await filedCase()
    const page = await atDesk('case-clerk')
    await page.setViewportSize(size)
    await openCase(page, documentId)
    await expect(page.getByText(/信访部门要在.+以前登记并转送、交办，还有 15 天。/)).toBeVisible()
    const petition = page.getByRole('region', { name: '信访事项' })
    await expect(petition.getByText('巷口的三盏路灯坏了一个月')).toBeVisible()
    await expect(page.getByText(story.name)).toHaveCount(0)
    await page.getByRole('button', { name: '查看信访人' }).click()
    await expect(page.getByText(story.phone)).toBeVisible()
    await expect(page.getByRole('button', { name: /^复制编号/ })).toContainText(
      number.replaceAll(/(\d{4})(?=\d)/g, '$1 '),
    )

    await page.evaluate(() => Object.assign(window, { same: true }))
    await openAction(page, '登记')
    await page.getByRole('button', { name: '确认登记' }).click()
    await expect(page.getByText('“登记”已经办好。')).toBeFocused()

    const form = await openAction(page, '转送')
    await form.getByRole('button', { name: '确认转送' }).click()
    await expect(form.getByText('请选择承办单位。')).toBeVisible()
    await expect(form.getByRole('combobox', { name: /承办单位/ })).toBeFocused()
    // By the first letters of how it is read, and by a part of its name.
    await form.getByRole('combobox', { name: /承办单位/ }).fill('qmzj')
    await page.getByRole('option', { name: other }).click()
    await form.getByRole('combobox', { name: /再加一个单位/ }).fill('城市管理')
    await page.keyboard.press('Enter')
    await form
      .getByRole('group', { name: unit })
      .getByRole('textbox', { name: /的话/ })
      .fill('请提供管护记录。')
    const lead = form.getByRole('radiogroup', { name: `${unit}主办还是会办` })
    await lead.getByRole('radio', { name: '主办' }).click()
    await form.getByRole('button', { name: '确认转送' }).click()
    await expect(page.getByText('“转送”已经办好。')).toBeFocused()
    await expect(page.getByText(`已转送${unit}，${other}会办。`)).toBeVisible()
    await expect(page.getByText('请提供管护记录。')).toBeVisible()
    expect(await page.evaluate(() => 'same' in window)).toBe(true)

    expect(await violations(page)).toEqual([])
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBeLessThanOrEqual(0)
  })

  test(`what is typed stays over another step, a reload, a lost network and a colleague, at ${size.width}`, async ({
    atDesk,
  }) => {
    const { entry, take } = await acceptedCase()
    const page = await atDesk('case-clerk')
    await page.setViewportSize(size)
    page.on('dialog', (dialog) => void dialog.accept())
    await openCase(page, entry.documentId)
    const question = '请拍一张路灯的照片。'
    const form = await openAction(page, '请信访人补充')
    const text = form.getByRole('textbox', { name: /请补充什么/ })
    await text.fill(question)

    await openAction(page, '延期')
    await page.getByRole('button', { name: '请信访人补充（写了一半）' }).click()
    await expect(text).toHaveValue(question)

    await page.reload()
    await expect(text).toHaveValue(question)
    await expect(form).toContainText('还没有提交')

    await page.getByRole('link', { name: '← 全部办件' }).click()
    await expect(page.getByRole('heading', { name: '办件', exact: true })).toBeVisible()
    await page.goBack()
    await expect(text).toHaveValue(question)

    await page.context().setOffline(true)
    await text.fill(`${question}要看得见灯杆。`)
    await form.getByRole('button', { name: '确认请信访人补充' }).click()
    await expect(form.getByRole('alert')).toContainText('请检查网络')
    await page.context().setOffline(false)

    await take({ kind: 'extend', days: 10, reason: '需要更换线路' })
    await form.getByRole('button', { name: '确认请信访人补充' }).click()
    await expect(form.getByRole('alert')).toContainText('办理期限延长 10 日。理由：需要更换线路')
    await expect(text).toHaveValue(`${question}要看得见灯杆。`)
    await form.getByRole('button', { name: '看过变化，确认请信访人补充' }).click()
    await expect(page.getByText('“请信访人补充”已经办好。')).toBeFocused()
    await expect(form).toBeHidden()
    await expect(page.getByText(`请您补充：${question}要看得见灯杆。`)).toBeVisible()
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain(question)
  })
}

test('a step that a colleague was quicker with is said so, and one’s own words stay to be copied', async ({
  atDesk,
}) => {
  const { entry, take } = await acceptedCase()
  const page = await atDesk('case-clerk')
  await openCase(page, entry.documentId)
  const form = await openAction(page, '延期')
  await form.getByRole('textbox', { name: /理由/ }).fill('需要更换线路')
  await form.getByRole('textbox', { name: /延长/ }).fill('31')
  await form.getByRole('button', { name: '确认延期' }).click()
  await expect(form.getByText('请填 1 到 30 的整数。')).toBeVisible()
  await form.getByRole('textbox', { name: /延长/ }).fill('10')
  await take({ kind: 'reply', unit, text: '同事先写好的答复。' })
  await form.getByRole('button', { name: '确认延期' }).click()
  await expect(form.getByRole('alert').first()).toContainText('同事先写好的答复。')
  await expect(form).toContainText('现在不能再“延期”')
  await expect(form.getByRole('textbox', { name: /理由/ })).toHaveValue('需要更换线路')
  await form.getByRole('button', { name: '清空' }).last().click()
})

test('a clerk settles by clicking which of the units that a petition names are accused', async ({
  atDesk,
}) => {
  const clerk = await staff('case-clerk')
  const { documentId } = await filedCase({
    facts: '城管执法人员上门打人收钱，区民政局的人在场看见了。',
  })
  const page = await atDesk('case-clerk')
  await openCase(page, documentId)
  await expect(page.getByText('要先确认被检举控告的单位，才能转送。')).toBeVisible()
  const form = page.getByRole('group', { name: '填写被检举控告的单位' })
  const isAccused = (name: string) => form.getByRole('radiogroup', { name: new RegExp(name) })
  await isAccused(unit).getByRole('radio', { name: '是被检举控告的' }).click()
  await expect(form.getByRole('button', { name: '确认这些单位' })).toBeDisabled()
  await isAccused(other).getByRole('radio', { name: '不是，只是写到' }).click()

  // A colleague is quicker: nothing is written over, and what was chosen here is still chosen.
  await clerk.call('POST', `/desk/cases/${documentId}/actions`, { kind: 'register' })
  await form.getByRole('button', { name: '确认这些单位' }).click()
  await expect(form.getByRole('alert').last()).toContainText('现在记下的是：没有指明单位')
  const chosen = isAccused(unit).getByRole('radio', { name: '是被检举控告的' })
  await expect(chosen).toBeChecked()

  await form.getByRole('button', { name: '看过变化，确认这些单位' }).click()
  await expect(page.getByText('“被检举控告的单位”已经记下。')).toBeFocused()
  await expect(form).toBeHidden()
  await expect(page.getByText('不能转给这些单位，它们的账号也看不到')).toBeVisible()

  const referral = await openAction(page, '转送')
  await referral.getByRole('combobox', { name: /承办单位/ }).fill('城市管理')
  const walled = page.getByRole('option', { name: unit })
  await expect(walled).toContainText('是被检举控告的单位，不能转给它')
  await expect(walled).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Enter')
  await expect(referral.getByRole('group', { name: unit })).toHaveCount(0)
})

test('a note with @ reaches the unit that it names, and the unit answers below it', async ({
  atDesk,
}) => {
  const { entry } = await acceptedCase()
  const page = await atDesk('case-clerk')
  await openCase(page, entry.documentId)
  const notes = page.getByRole('region', { name: '内部备注' })
  await notes.getByRole('button', { name: '记下备注' }).click()
  await expect(notes.getByText('请写下备注的内容。')).toBeVisible()
  await notes.getByRole('textbox').fill('请先到现场 @')
  await notes.getByRole('button', { name: `@${unit}` }).click()
  await notes.getByRole('button', { name: '记下备注' }).click()
  await expect(notes.getByText('备注已经记下。')).toBeVisible()
  const timeline = page.getByRole('region', { name: '办理过程' })
  await expect(timeline.getByText(`请先到现场 @${unit}`)).toBeVisible()
  await expect(timeline.getByText('内部', { exact: true })).toBeVisible()

  const unitPage = await atDesk('unit-clerk')
  await openCase(unitPage, entry.documentId)
  await expect(unitPage.getByText(`请先到现场 @${unit}`)).toBeVisible()
  await expect(unitPage.getByRole('region', { name: '被检举控告的单位' })).toHaveCount(0)
  const own = unitPage.getByRole('region', { name: '内部备注' })
  await own.getByRole('textbox').fill('已经到了现场。')
  await own.getByRole('button', { name: '记下备注' }).click()
  await expect(unitPage.getByRole('region', { name: '办理过程' })).toContainText('已经到了现场。')
})

test('topic and region are corrected, with the reason, and the new query code stays shown meanwhile', async ({
  atDesk,
}) => {
  const { entry } = await acceptedCase()
  const page = await atDesk('case-clerk')
  await openCase(page, entry.documentId)
  await page.getByRole('button', { name: '补发查询码' }).click()
  await page.getByRole('textbox', { name: '补发原因' }).fill('本人带身份证件来说忘了')
  await page.getByRole('button', { name: '确认补发' }).click()
  await expect(page.getByTestId('new-code')).toBeVisible()

  const form = await openAction(page, '更正类别、领域、属地')
  await form.getByRole('combobox', { name: /更正什么/ }).click()
  await page.getByRole('option', { name: /问题属地/ }).click()
  await form.getByRole('combobox', { name: /改成/ }).fill('城西街道')
  await page.getByRole('option', { name: '青禾区 城西街道', exact: true }).click()
  await form.getByRole('textbox', { name: /原因/ }).fill('信访人选错了社区')
  await form.getByRole('button', { name: /^确认更正/ }).click()
  await expect(page.getByText('“更正类别、领域、属地”已经办好。')).toBeFocused()
  await expect(page.getByText(/问题属地由“.+”更正为“青禾区 城西街道”/)).toBeVisible()
  // What is shown only once is still there.
  await expect(page.getByTestId('new-code')).toBeVisible()
  await page.getByRole('button', { name: '已经交给信访人' }).click()
})

test('不满意 is followed up: the page says by when, a clerk takes it and writes it down', async ({
  atDesk,
}) => {
  const { entry, take, evaluate } = await acceptedCase()
  await take({ kind: 'reply', unit, text: '三盏路灯已经修好。' })
  await evaluate('dissatisfied')
  const page = await atDesk('case-clerk')
  await expect(async () => {
    await openCase(page, entry.documentId)
    await expect(page.getByText('信访人不满意，还没有回访。')).toBeVisible({ timeout: 4_000 })
  }).toPass({ timeout: 30_000 })
  await expect(page.getByText(/信访部门要在.+以前回访信访人，还有 15 天。/)).toBeVisible()
  const owner = await openAction(page, '安排回访')
  await owner.getByRole('radio', { name: '我自己' }).click()
  await owner.getByRole('button', { name: '确认安排回访' }).click()
  await expect(page.getByText('“安排回访”已经办好。')).toBeFocused()
  const form = await openAction(page, '记录回访')
  await form.getByRole('textbox').fill('打电话解释了原因，明天再修两盏。')
  await form.getByRole('button', { name: '确认记录回访' }).click()
  await expect(page.getByText('“记录回访”已经办好。')).toBeFocused()
  await expect(page.getByText('信访人不满意，还没有回访。')).toHaveCount(0)
  await expect(page.getByText('已就您的评价回访。')).toBeVisible()
})

test('a petition that was filed before is shown beside the new one, and a clerk says that it is the same', async ({
  atDesk,
}) => {
  const facts = '桥头的石护栏断了两根，傍晚接孩子的老人从那里过，差一点踩空掉进河里。'
  const earlier = await filedCase({ facts })
  const { documentId } = await filedCase({ facts: `再说一次：${facts}` })
  const page = await atDesk('case-clerk')
  await openCase(page, documentId)
  const repeats = page.getByRole('region', { name: '可能重复的办件' })
  const number = earlier.number.replaceAll(/(\d{4})(?=\d)/g, '$1 ')
  const alike = repeats.getByRole('article').filter({ hasText: number })
  await expect(alike).toContainText('桥头的石护栏断了两根')
  // Who filed it stays folded.
  await expect(page.getByText(story.name)).toHaveCount(0)
  await alike.getByRole('button', { name: '是重复' }).click()
  await page.getByRole('button', { name: '登记为重复信访' }).click()
  await expect(repeats.getByText(/写明/)).toBeVisible()
  await repeats.getByLabel('为什么是同一事项').fill('同一处护栏，又来催办')
  await page.getByRole('button', { name: '登记为重复信访' }).click()
  await expect(repeats).toContainText(`已登记为 ${number} 的重复信访。理由：同一处护栏，又来催办`)
})

test('the content manager’s address of a case leads to its page', async ({ atDesk }) => {
  const { entry } = await acceptedCase()
  const page = await atDesk('case-clerk')
  await page.goto(`${cms}/admin${collection('case')}/${entry.documentId}`)
  await expect(page).toHaveURL(new RegExp(`/desk/cases/${entry.documentId}$`))
  await expect(page.getByText('✓ 记录完整，共 4 条')).toBeVisible()
  await expect(actionForm(page, '答复')).toHaveCount(0)
})
