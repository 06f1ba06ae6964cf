import { addDays, shanghaiDay } from '@portal/content/calendar/day'
import { expect } from 'playwright/test'
import type { CaseEntry } from '../../support/case/clerk.ts'
import { newForm, type visit } from '../../support/case/registration.ts'
import { until } from '../../support/machine/until.ts'
import { collection } from '../../support/desk/staff.ts'
import { cms, login } from '../support/places.ts'
import { staff, test } from '../support/staff-browser.ts'
import { desk, takePicture, telephone } from './picture.ts'

type Registration = Partial<ReturnType<typeof visit>>

const unit = '区城市管理和综合执法局'
/** So many days ago, in the morning. */
const ago = (days: number) => `${addDays(shanghaiDay(new Date()), -days)} 09:10`

/** What came in, and when: some of it is late, some soon due. */
const registrations: Registration[] = [
  {
    title: '小区门口油烟扰民',
    facts: '每天晚上都有烧烤摊，油烟进到家里。',
    name: '李某',
    topic: 'environment',
    receivedAt: ago(44),
  },
  {
    title: '工地夜间施工',
    facts: '夜里十二点还在施工，已经一个星期睡不好觉。',
    name: '赵大有',
    topic: 'environment',
    channel: 'call',
    receivedAt: ago(12),
  },
  {
    title: '东门公交站没有雨棚',
    facts: '下雨天等车的人都站到马路上。',
    name: '钱女士',
    category: 'suggestion',
    channel: 'letter',
    receivedAt: ago(39),
  },
  {
    title: '电梯停用三个月',
    facts: '七号楼电梯停用三个月，八楼老人下不了楼。',
    name: '孙某某',
    topic: 'property',
    receivedAt: ago(2),
  },
]

/** A case that a unit has accepted. */
async function accepted() {
  const clerk = await staff('case-clerk')
  const form = newForm({ title: '巷口路灯不亮', receivedAt: ago(5) })
  const { body } = await clerk.call('POST', '/desk/cases', form)
  const { documentId } = body as { documentId: string }
  const take = async (step: object) => {
    const { status } = await clerk.call('POST', `/desk/cases/${documentId}/actions`, step)
    expect(status).toBe(200)
  }
  await take({ kind: 'refer', unit })
  await take({ kind: 'accept', unit })
  return { documentId, take }
}

test('cases', async ({ atDesk }) => {
  const clerk = await staff('case-clerk')
  for (const facts of registrations) {
    const { status } = await clerk.call('POST', '/desk/cases', newForm(facts))
    expect(status, JSON.stringify(facts)).toBe(200)
  }
  const { documentId, take } = await accepted()
  const reply = {
    kind: 'reply',
    unit,
    text: '一、诉求\n请修好巷口的路灯。\n\n二、事实和理由\n经查，巷口三盏路灯的镇流器烧坏，王小明电话 13800001234。\n\n三、处理意见\n十一月二十日前全部更换。\n\n四、法律依据\n《信访工作条例》第三十二条',
  }
  const page = await atDesk('case-clerk')
  const open = async (path: string, text: string | RegExp) => {
    await page.goto(`${cms}/admin/desk${path}`)
    await expect(page.getByRole('main').getByText(text).first()).toBeVisible({ timeout: 60_000 })
    await expect(page.getByText('正在读取…')).toHaveCount(0)
  }
  const own = `/cases/${documentId}`
  await page.setViewportSize(desk)
  await open('', '电梯停用三个月')
  await takePicture(page, 'cases-queue')
  await page.setViewportSize(telephone)
  await open('', '电梯停用三个月')
  await takePicture(page, 'cases-queue-phone')
  await page.setViewportSize(desk)
  await open('/register', '谁反映的')
  await takePicture(page, 'cases-register')
  await open(own, '办理过程')
  await takePicture(page, 'cases-case')
  await open(`${own}/reply`, '处理意见')
  await takePicture(page, 'cases-reply')
  await open('/figures', '工作指标')
  await takePicture(page, 'cases-figures')
  await take(reply)
  await open(`${own}/notice`, '摘要')
  await takePicture(page, 'cases-notice')
})

test('officials and administrator', async ({ atDesk }) => {
  const clerk = await staff('case-clerk')
  const { email } = login('leading-official')
  const { body: officials } = await clerk.call('GET', collection('official'))
  const { results: posts } = officials as { results: { documentId: string; account: string }[] }
  const official = posts.find(({ account }) => account === email)?.documentId
  expect(official).toBeDefined()
  const found = await until('the cases', 30, async () => {
    const { body } = await clerk.call('GET', collection('case'))
    const { results } = body as { results: CaseEntry[] }
    return results.length > 2 ? results : undefined
  })
  for (const { documentId } of found.slice(0, 2)) {
    const leading = `/desk/cases/${documentId}/leading`
    const { body } = await clerk.call('GET', leading)
    const asked = { kind: 'take-on', official, dueOn: '2027-01-20', note: '请到现场看。' }
    const { seen } = body as { seen: object }
    const { status } = await clerk.call('POST', leading, { ...asked, seen })
    expect(status).toBe(200)
  }
  const shots: [role: string, path: string, text: string, name: string][] = [
    ['leading-official', '/leading', '接访安排', 'officials-leading'],
    ['auditor', '/desk/views', '查阅人', 'officials-auditor'],
    ['administrator', '/', '地址和常用的', 'administrator-home'],
    ['administrator', '/settings/users', '邀请新用户', 'administrator-accounts'],
  ]
  for (const [role, path, text, name] of shots) {
    const page = await atDesk(role)
    await page.setViewportSize(desk)
    await page.goto(`${cms}/admin${path}`)
    await expect(page.getByText(text).first()).toBeVisible({ timeout: 60_000 })
    await expect(page.getByText('正在读取…')).toHaveCount(0)
    await takePicture(page, name)
  }
})
