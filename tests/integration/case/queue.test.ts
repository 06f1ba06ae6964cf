import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { addDays, dayMs, shanghaiDay } from '../../../content/calendar/day.ts'
import type { Calendar } from '../../../cms/src/contracts/cases/calendar.ts'
import type { DueCases } from '../../../cms/src/contracts/cases/desk-state.ts'
import { signInClerk, type Clerk } from '../../support/case/clerk.ts'
import { askQueue, readViewLog } from '../../support/case/queue.ts'
import { startCms, type RunningCms } from '../../support/desk/cms.ts'
import { signIn, type Staff } from '../../support/desk/staff.ts'

/** The unit of the first unit account, and another. */
const unit = '区城市管理和综合执法局'
const other = '区民政局'
const canary = '雀阳湾七号楼'

describe('the queue of cases', () => {
  let office: RunningCms
  let clerk: Clerk
  let own: Staff
  let lamp: string
  let wages: string
  let old: string
  let long: string

  before(async () => {
    office = await startCms()
    clerk = await signInClerk(office)
    own = await signIn(office, 'unit-clerk')
    const ago = (days: number) => new Date(Date.now() - days * dayMs)
    old = await office.mailbox.file({ name: '张三丰', phone: '13600001111' }, [], ago(20))
    lamp = await office.mailbox.file({ name: '古丽·热合曼', title: '路灯不亮' }, [], ago(10))
    wages = await office.mailbox.file({
      name: '王小二',
      phone: '13712345671',
      topic: 'labour',
      title: '工地拖欠工资',
      facts: `在ＡＢＣ工地做木工，100% 没有发。"引号" OR 1=1。${canary}。`,
    })
    long = await office.mailbox.file({
      title: '很长的一件',
      facts: `${'情况说明。'.repeat(900)}末尾有暗号梧桐。`.slice(-5000),
    })
    await clerk.wait(long, 'the last case')
  })
  after(() => office?.stop())

  const documentId = (number: string) =>
    clerk.wait(number, 'the case').then((row) => row.documentId)
  const views = () => readViewLog(office)

  it('has what is due first in front, says by when and whose it is', async () => {
    const { rows, numbers, counts, found, reading } = await askQueue(clerk)
    assert.equal(reading, null)
    assert.deepEqual(numbers.slice(0, 2), [old, lamp])
    assert.equal(found, 4)
    assert.deepEqual(
      [counts.received, counts.late, counts.soon, counts.all, counts.registered],
      [4, 1, 1, 4, 0],
    )
    const { duty, state, petitioner, units } = rows[0] ?? assert.fail()
    assert.deepEqual([duty?.name, duty?.whose, duty?.left], ['登记并转送、交办', '信访部门', -5])
    assert.deepEqual([state, petitioner, units], ['已收到，待登记', '张三丰', []])
    assert.deepEqual((await askQueue(clerk, { tab: 'late' })).numbers, [old])
    assert.deepEqual((await askQueue(clerk, { tab: 'soon' })).numbers, [lamp])
    assert.deepEqual((await askQueue(clerk, { sort: 'oldest' })).numbers.slice(0, 2), [old, lamp])
  })

  it('finds numbers, names, telephones and words however they are written', async () => {
    const grouped = wages.replace(/(\d{4})(?=\d)/g, '$1 ')
    const wide = [...wages]
      .map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
      .join('')
    for (const [words, ...found] of [
      [grouped, wages],
      [grouped.replaceAll(' ', '-'), wages],
      [wide, wages],
      [wages.slice(2, 13), wages],
      ['古丽·热合曼', lamp],
      ['古丽热合曼', lamp],
      ['13600001111', old],
      ['+86 137-1234-5671', wages],
      ['008613712345671', wages],
      ['拖欠 木工', wages],
      ['abc工地', wages],
      ['雀', wages],
      ['暗号梧桐', long],
      ['100%', wages],
      ['"引号"', wages],
      ['OR 1=1', wages],
      ['%'],
      ['_'],
      ['"'],
      ['木工*'],
      ['工资 NOT 路灯'],
      ['工_'],
      ['木拖'],
      ['sealed'],
    ] as [string, ...string[]][]) {
      const { status, numbers, counts } = await askQueue(clerk, { q: words })
      assert.equal(status, 200, words)
      const expected = words === '%' ? [wages] : words === '"' ? [wages] : found
      assert.deepEqual(numbers.sort(), expected.sort(), words)
      assert.equal(counts.all, expected.length, words)
    }
    const { status, error } = await askQueue(clerk, { q: '工'.repeat(101) })
    assert.deepEqual([status, error], [400, '搜索的文字太长：最多 100 个字，请只写几个词。'])
  })

  it('is narrowed by category, topic, place, state and day', async () => {
    const { body } = await clerk.call('GET', '/desk/cases/choices')
    const { regions, topics, units } = body as {
      regions: string[]
      topics: string[]
      units: { name: string }[]
    }
    assert.ok(regions.includes('青禾区 城西街道 柳岸社区'), regions.join())
    assert.ok(units.some(({ name }) => name === unit))
    const labour = topics.find((name) => name.includes('劳动')) ?? assert.fail()
    assert.deepEqual((await askQueue(clerk, { topic: labour })).numbers, [wages])
    assert.equal((await askQueue(clerk, { region: '青禾区 城西街道' })).found, 4)
    assert.equal((await askQueue(clerk, { region: '青禾区 城西' })).found, 0)
    assert.equal((await askQueue(clerk, { category: '申诉求决' })).found, 4)
    assert.equal((await askQueue(clerk, { state: '已登记' })).found, 0)
    const day = new Date(Date.now() - 12 * dayMs).toISOString().slice(0, 10)
    assert.deepEqual((await askQueue(clerk, { to: day })).numbers, [old])
    assert.equal((await askQueue(clerk, { from: day })).found, 3)
  })

  it('shows a unit its own, and tells nothing of others by lists, searches or counts', async () => {
    const nothing = await askQueue(own)
    assert.deepEqual([nothing.found, nothing.numbers], [0, []])
    const id = await documentId(lamp)
    await clerk.take({ documentId: id }, { kind: 'register' }, { kind: 'refer', unit })
    const list = await askQueue(own)
    assert.deepEqual([list.numbers, list.counts.all, list.counts.waiting], [[lamp], 1, 1])
    assert.equal(list.rows[0]?.duty?.whose, unit)
    for (const question of [
      { q: canary } as Record<string, string>,
      { q: '雀' },
      { q: '王小二' },
      { q: wages },
      { q: '13712345671' },
      { q: canary, tab: 'all', unsettled: 'true' },
      { tab: 'received' },
      { topic: '劳动和社会保障', q: canary },
      { unit: 'x', q: canary },
    ]) {
      const { counts, found, numbers } = await askQueue(own, question)
      const isPlain = 'tab' in question && !('q' in question)
      if (isPlain) assert.deepEqual(numbers, [lamp])
      else assert.deepEqual([found, Object.values(counts).every((n) => n === 0)], [0, true])
    }
    const due = (await own.call('GET', '/desk/cases/due')).body as DueCases
    assert.deepEqual(
      [due.first.map(({ documentId: one }) => one), due.unsettled, due.tabs],
      [[id], 0, [{ tab: 'waiting', name: '待受理', count: 1 }]],
    )
    const choices = (await own.call('GET', '/desk/cases/choices')).body as { units: unknown[] }
    assert.deepEqual(choices.units, [])
    for (const role of ['publicity-author', 'administrator']) {
      const staff = await signIn(office, role)
      assert.equal((await staff.call('POST', '/desk/cases/queue', {})).status, 403, role)
      assert.equal((await staff.call('GET', '/desk/cases/choices')).status, 403, role)
    }
    assert.equal((await fetch(`${office.cms}/desk/cases/queue`, { method: 'POST' })).status, 401)
  })

  it('loses a case for the unit that it accuses, at once, and for every unit while that is open', async () => {
    const id = await documentId(lamp)
    assert.deepEqual((await askQueue(own, { q: '路灯' })).numbers, [lamp])
    const accuse = (accused: string[]) =>
      clerk.call('PUT', `/desk/cases/${id}/accused-units`, { units: accused })
    const answer = await accuse([unit])
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
    const today = shanghaiDay(new Date())
    const path = `/desk/cases/calendar?from=${today}&to=${addDays(today, 30)}`
    assert.equal(((await own.call('GET', path)).body as Calendar).found, 0)
    const after = await askQueue(own, { q: '路灯' })
    assert.deepEqual([after.found, after.counts.all], [0, 0])
    assert.equal((await askQueue(clerk, { q: '路灯' })).numbers.includes(lamp), true)

    const named = await office.mailbox.file({
      title: '民政局的事',
      facts: '区民政局的工作人员收了钱。',
      name: '赵四',
    })
    await clerk.wait(named, 'the case')
    const { rows, numbers } = await askQueue(clerk, { unsettled: 'true' })
    assert.deepEqual(numbers, [named])
    assert.deepEqual(rows[0]?.marks, ['待确认写到的单位'])
    assert.equal(((await clerk.call('GET', '/desk/cases/due')).body as DueCases).unsettled, 1)
  })

  it('stays as the cases are, after each step, supplement, view and renaming', async () => {
    const id = await documentId(wages)
    const entry = { documentId: id }
    const where = async (staff: Staff) => {
      const { rows, counts } = await askQueue(staff, { q: canary })
      const tabs = Object.entries(counts).filter(([tab, count]) => count > 0 && tab !== 'all')
      return [rows[0]?.state, ...tabs.map(([tab]) => tab)]
    }
    await clerk.take(entry, { kind: 'register' })
    assert.deepEqual(await where(clerk), ['已登记', 'registered'])
    await clerk.take(entry, { kind: 'refer', unit: other })
    assert.deepEqual(await where(clerk), ['已转送承办单位'])
    assert.deepEqual((await askQueue(clerk, { q: other })).numbers.includes(wages), true)
    await clerk.take(entry, { kind: 'object', unit: other, reason: '不属于本单位职责' })
    assert.deepEqual(await where(clerk), ['已登记', 'objected'])
    await clerk.take(entry, { kind: 'refer', unit })
    assert.deepEqual(await where(own), ['已转送承办单位', 'waiting'])
    await clerk.take(entry, { kind: 'accept', unit })
    assert.deepEqual(await where(own), ['已受理，正在办理', 'working'])

    await office.mailbox.send('supplement', {
      number: wages,
      text: '补充银杏树。',
      attachments: [],
    })
    await clerk.wait(wages, 'the supplement', (row) => row.laterMessages.length === 1)
    assert.deepEqual((await askQueue(clerk, { q: '银杏' })).numbers, [wages])
    assert.deepEqual((await askQueue(clerk, { tab: 'supplement' })).numbers, [wages])
    assert.deepEqual((await askQueue(own, { tab: 'supplement' })).numbers, [wages])
    await clerk.call('GET', `/content-manager/collection-types/api::case.case/${id}`)
    assert.deepEqual((await askQueue(clerk, { tab: 'supplement' })).numbers, [])
    assert.deepEqual((await askQueue(own, { tab: 'supplement' })).numbers, [wages])
    await own.call('GET', `/content-manager/collection-types/api::case.case/${id}`)
    assert.deepEqual((await askQueue(own, { tab: 'supplement' })).numbers, [])

    await clerk.take(entry, { kind: 'reply', unit, text: '已经付清，附言紫藤。' })
    assert.deepEqual((await askQueue(own, { q: '紫藤', tab: 'done' })).numbers, [wages])
    await office.mailbox.send('evaluation', {
      number: wages,
      evaluation: { satisfaction: 'dissatisfied', comment: '还差一个月。' },
    })
    await clerk.wait(wages, 'the evaluation', (row) => row.satisfaction === '不满意')
    assert.deepEqual((await askQueue(clerk, { tab: 'unhappy' })).numbers, [wages])
    await office.mailbox.send('appeal', {
      number: wages,
      level: 'review',
      grounds: '不服。',
      attachments: [],
    })
    await clerk.wait(wages, 'the appeal', (row) => row.state === '正在复查')
    assert.deepEqual((await askQueue(clerk, { tab: 'appeal' })).numbers, [wages])
    // Somebody is still to speak with them.
    assert.deepEqual((await askQueue(clerk, { tab: 'unhappy' })).numbers, [wages])

    const administrator = await signIn(office, 'administrator')
    const departments = '/content-manager/collection-types/api::department.department'
    const found = await administrator.call('GET', `${departments}?filters[name][$eq]=${unit}`)
    const [department] = (found.body as { results: { documentId: string }[] }).results
    const renamed = { name: '区城市治理局' }
    const { status } = await administrator.call(
      'PUT',
      `${departments}/${department?.documentId}`,
      renamed,
    )
    assert.equal(status, 200)
    const after = await askQueue(clerk, { q: '城市治理' })
    assert.deepEqual([after.numbers, after.rows[0]?.units], [[wages], ['区城市治理局']])
  })

  it('is the same after a new start, and writes nothing of it down', async () => {
    const before = await askQueue(clerk)
    await office.restart()
    clerk = await signInClerk(office)
    const again = await askQueue(clerk)
    assert.deepEqual([again.rows, again.counts], [before.rows, before.counts])
  })

  it('leaves a trace of each list without what was looked for', async () => {
    const count = views().length
    await askQueue(clerk, { tab: 'late', q: '王小二', topic: '交通出行' })
    await askQueue(clerk, { q: wages.replace(/(\d{4})(?=\d)/g, '$1 ') })
    await askQueue(clerk, { q: '13712345671' })
    await askQueue(own)
    const rows = views().slice(count)
    assert.deepEqual(
      rows.map(({ act, asked, found }) => [act, asked, found]),
      [
        ['搜索', '已超期，搜索文字（3 个字），按问题领域筛选', 0],
        ['搜索', '全部，搜索查询编号', 1],
        ['搜索', '全部，搜索号码', 1],
        ['查看列表', '全部', 1],
      ],
    )
    assert.doesNotMatch(JSON.stringify(rows), /王小二|13712345671/)
    assert.doesNotMatch(await office.log(), /王小二|13712345671|雀阳湾/)
  })
})
