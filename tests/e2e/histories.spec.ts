import { expect, type Page } from 'playwright/test'
import {
  composePieces,
  type NoticeDraft,
  type NoticeMade,
} from '../../cms/src/contracts/papers/notice-draft.ts'
import { answer, lookUp, openFromQueue, openQueue, refer, rowOf, takeStep } from './support/desk.ts'
import { openAction } from './support/case-page.ts'
import { appeal, evaluate, file, trackUntil } from './support/petitioner.ts'
import { isFound, openEntry, take } from './support/publicity.ts'
import { cms } from './support/places.ts'
import { staff, test } from './support/staff-browser.ts'

// One whole history of a petition for each category, by the pages that people use.

const own = '区城市管理和综合执法局'
const other = '区民政局'
const basis = '《信访工作条例》第三十二条'

test.use({ viewport: { width: 1280, height: 900 } })
test.beforeEach(({ page }) => {
  test.setTimeout(420_000)
  page.on('dialog', (dialog) => void dialog.accept())
})

/** Counts what is pressed and how often the page is loaded, from now on. */
async function countPresses(
  page: Page,
): Promise<() => Promise<{ presses: number; loads: number }>> {
  let loads = 0
  page.on('load', () => (loads += 1))
  await page.evaluate(() => {
    const counted = window as { presses?: number }
    counted.presses = 0
    addEventListener('pointerdown', () => (counted.presses = (counted.presses ?? 0) + 1), true)
  })
  return async () => ({
    presses: await page.evaluate(() => (window as { presses?: number }).presses ?? -1),
    loads,
  })
}

/** Begins the notice of the case that is open, and has it reviewed and published by their pages. */
async function publish(
  clerk: Page,
  atDesk: (role: string) => Promise<Page>,
  told: { title: string; summary: string; outcome: string },
): Promise<void> {
  // As the page of the notice asks, with everything taken out that the desk takes out.
  const voice = await staff('case-clerk')
  const { pathname } = new URL(clerk.url())
  const path = `/desk/cases/${pathname.split('/').at(-1)}/notice`
  const { fields, seen } = (await voice.call('GET', path)).body as NoticeDraft
  const texts = Object.entries(fields).map(([field, pieces]) => [field, composePieces(pieces)])
  const asked = { ...Object.fromEntries(texts), ...told, seen }
  const { documentId, barrier } = (await voice.call('POST', path, asked)).body as NoticeMade
  expect(barrier).toBeNull()
  const address = `${cms}/admin/content-manager/collection-types/api::notice.notice/${documentId}`
  const reviewer = await atDesk('publicity-reviewer')
  await openEntry(reviewer, address)
  await take(reviewer, '审核通过', '待发布')
  const publisher = await atDesk('publicity-publisher')
  await openEntry(publisher, address)
  await take(publisher, '立即发布', '已发布')
}

/** Waits until the search has a notice first, for its own title. */
async function comesFirst(citizen: Page, title: string): Promise<void> {
  await expect(() => isFound(citizen, title, title)).toPass({ timeout: 180_000 })
}

test('a claim: two units, an objection, an extension, dissatisfied, reviewed twice, closed, published', async ({
  page: citizen,
  atDesk,
}) => {
  const title = '巷口夜里一直没有照明'
  const lamps = '巷口三盏灯已经换成新灯，由本局每月查看一次。'
  const kept = await file(citizen, {
    title,
    facts: '巷口的三盏灯坏了一个多月，晚上看不清台阶，有人踩空。',
    request: '请修好巷口的灯。',
  })
  const { number } = kept

  const clerk = await atDesk('case-clerk')
  await openQueue(clerk)
  await openFromQueue(clerk, number, '已收到，还没有登记')
  await takeStep(clerk, '登记')
  await refer(clerk, [
    [own, '请查看灯的归属。'],
    [other, '请提供巷内老人的情况。'],
  ])

  const unit = await atDesk('unit-clerk')
  await openQueue(unit)
  await openFromQueue(unit, number, '请查看灯的归属。')
  await takeStep(unit, '提出异议', { 理由: '灯由社区自己装，请先核对。' })
  await openFromQueue(clerk, number, '已退回信访部门，要重新确定承办单位')
  await refer(clerk, [
    [own, '已经核对，灯由贵局管护。'],
    [other, '请提供巷内老人的情况。'],
  ])
  await openFromQueue(unit, number, '已经核对，灯由贵局管护。')
  await takeStep(unit, '受理')
  await takeStep(unit, '申请延期', { 延长多少日: '10', 理由: '灯杆要重新定做。' })
  await openFromQueue(clerk, number, '承办单位申请延期 10 日')
  await takeStep(clerk, '批准延期', { 批准的理由: '情况属实。' })
  await trackUntil(citizen, kept, '灯杆要重新定做')

  await openFromQueue(unit, number, '已受理，正在办理')
  await answer(
    unit,
    '写答复',
    { 诉求: '修好巷口的灯。', 事实和理由: '三盏灯损坏属实。', 处理意见: lamps, 法律依据: basis },
    '答复信访人',
    '已经答复，信访人可以看到了。',
  )
  await trackUntil(citizen, kept, lamps)
  await evaluate(citizen, '不满意', '新灯还是不亮。')

  await openFromQueue(clerk, number, '信访人不满意，还没有回访')
  await trackUntil(citizen, kept, '由信访局安排人员回访')
  await takeStep(clerk, '记录回访', { 回访记录: '电话里说明了换灯的日子，信访人仍要复查。' })
  await trackUntil(citizen, kept, '申请复查')
  await appeal(citizen, '复查', '换的灯仍然不亮，请复查。')
  await openFromQueue(clerk, number, '信访人申请了复查')
  const review = { 事实和理由: '到现场看过。', 法律依据: '《信访工作条例》第三十五条' }
  await answer(
    clerk,
    '写复查意见',
    {
      '复查机关、单位': '市城市管理局',
      ...review,
      复查请求: '让灯亮起来。',
      复查意见: '责令十日内接通电路。',
    },
    '发出复查意见',
    '复查意见已经发出，信访人可以看到了。',
  )
  await trackUntil(citizen, kept, '责令十日内接通电路')
  await appeal(citizen, '复核', '电路没有接通，请复核。')
  await openFromQueue(clerk, number, '信访人申请了复核')
  await answer(
    clerk,
    '写复核意见',
    {
      '复核机关、单位': '市人民政府',
      ...review,
      复核请求: '让灯亮起来。',
      复核意见: '电路已经接通，灯亮了。',
    },
    '发出复核意见',
    '复核意见已经发出，信访人可以看到了。',
  )
  await trackUntil(citizen, kept, '电路已经接通，灯亮了')
  await openFromQueue(clerk, number, '已作出复核意见')
  await takeStep(clerk, '办结')
  await trackUntil(citizen, kept, '办结')

  await publish(clerk, atDesk, { title, summary: '灯已修好。', outcome: '予以支持' })
  await comesFirst(citizen, title)
})

test('a suggestion: registered, referred, accepted, answered in few presses, evaluated, closed, published', async ({
  page: citizen,
  atDesk,
}) => {
  const title = '在学校门口的路上加一条斑马线'
  const studied = '已列入明年交通设施的计划，春天画线。'
  const kept = await file(citizen, {
    category: '建议意见',
    title,
    facts: '学校门口没有斑马线，过路的学生要绕到下一个路口。',
    request: '建议在学校门口加一条斑马线。',
  })
  const { number } = kept

  const clerk = await atDesk('case-clerk')
  await openQueue(clerk)
  await openFromQueue(clerk, number, '已收到，还没有登记')
  const counted = await countPresses(clerk)
  await takeStep(clerk, '登记')
  await refer(clerk, [[own, '请研究。']])
  await openAction(clerk, '受理').then((form) =>
    form.getByRole('button', { name: '确认受理' }).click(),
  )
  await expect(clerk.getByText('“受理”已经办好。')).toBeFocused()
  await answer(
    clerk,
    '写答复',
    {
      诉求: '加画斑马线。',
      事实和理由: '路口没有斑马线属实。',
      处理意见: studied,
      法律依据: basis,
    },
    '答复信访人',
    '已经答复，信访人可以看到了。',
  )
  // From signing in it is three more: 登录, 办件, and the case in the queue.
  expect(await counted()).toEqual({ presses: 9, loads: 0 })

  await trackUntil(citizen, kept, studied)
  await evaluate(citizen, '满意', '很快就有了答复。')
  await openFromQueue(clerk, number, '评价：满意')
  await takeStep(clerk, '办结')
  await publish(clerk, atDesk, { title, summary: '列入明年的计划。', outcome: '予以采纳' })
  await comesFirst(citizen, title)
})

test('an accusation: not to be seen by the unit that it names, answered, closed, never published', async ({
  page: citizen,
  atDesk,
}) => {
  const title = '执法人员收钱不开票'
  const kept = await file(citizen, {
    category: '检举控告',
    title,
    facts: `${own}的执法人员上门收了三百元，不给票据，还说不许声张。`,
    request: '请查清楚是谁收的钱。',
  })
  const { number } = kept

  const clerk = await atDesk('case-clerk')
  await openQueue(clerk)
  await openFromQueue(clerk, number, '要先确认被检举控告的单位，才能转送。')
  const form = clerk.getByRole('group', { name: '填写被检举控告的单位' })
  await form
    .getByRole('radiogroup', { name: new RegExp(own) })
    .getByRole('radio', { name: '是被检举控告的' })
    .click()
  await form.getByRole('button', { name: '确认这些单位' }).click()
  await expect(clerk.getByText('“被检举控告的单位”已经记下。')).toBeFocused()
  await takeStep(clerk, '登记')

  const referral = await openAction(clerk, '转送')
  await referral.getByRole('combobox', { name: /承办单位/ }).fill(own)
  await expect(clerk.getByRole('option', { name: own })).toHaveAttribute('aria-disabled', 'true')
  await referral.getByRole('combobox', { name: /承办单位/ }).fill(other)
  await clerk.getByRole('option', { name: other }).click()
  await referral.getByRole('button', { name: '确认转送' }).click()
  await expect(clerk.getByText('“转送”已经办好。')).toBeFocused()
  const address = clerk.url()

  const unit = await atDesk('unit-clerk')
  await openQueue(unit)
  await lookUp(unit, number)
  await expect(unit.getByRole('status').filter({ hasText: '没有找到' })).toBeVisible()
  await expect(rowOf(unit, number)).toHaveCount(0)
  await unit.goto(address)
  await expect(unit.getByText(title)).toHaveCount(0)
  await expect(unit.getByText('您没有权限').or(unit.getByRole('alert')).first()).toBeVisible()

  const outcome = '查明一名临时人员私自收钱，已经退还并处理。'
  await takeStep(clerk, '受理')
  await answer(
    clerk,
    '写答复',
    {
      诉求: '查清收钱的事。',
      事实和理由: '收钱不开票属实。',
      处理意见: outcome,
      法律依据: basis,
    },
    '答复信访人',
    '已经答复，信访人可以看到了。',
  )
  await trackUntil(citizen, kept, outcome)
  await openFromQueue(clerk, number, '已答复')
  await takeStep(clerk, '办结')
  await expect(clerk.getByRole('region', { name: '办理过程' })).toContainText('办结')
  await expect(clerk.getByRole('link', { name: '起草公示' })).toHaveCount(0)
})
