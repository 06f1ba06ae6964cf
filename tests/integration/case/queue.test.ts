import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import Database from 'better-sqlite3'
import mammoth from 'mammoth'
import { addDays, dayMs, shanghaiDay } from '../../../content/calendar/day.ts'
import { publicFigures } from '../../../content/schema/entries/public-figures.ts'
import type { FiguresAnswer } from '../../../cms/src/contracts/figures/figures.ts'
import type { Calendar, UnitsAnswer } from '../../../cms/src/contracts/cases/calendar.ts'
import { handOver } from '../../../cms/src/contracts/cases/hand-over.ts'
import type { DueCases } from '../../../cms/src/contracts/cases/desk-state.ts'
import type { QueueAnswer, QueueTab } from '../../../cms/src/contracts/cases/queue.ts'
import { signInClerk, type Clerk } from '../../support/case/clerk.ts'
import { startCms, type RunningCms } from '../../support/desk/cms.ts'
import { signIn, type Staff } from '../../support/desk/staff.ts'

/** The unit of the first unit account, and another. */
const unit = '区城市管理和综合执法局'
const other = '区民政局'
const canary = '雀阳湾七号楼'

type View = { number: string; viewer: string; act: string; asked: string | null; found: number }

/** What the queue answers a member of staff. */
async function ask(staff: Staff, question: Record<string, string> = {}) {
  const { status, body } = await staff.call('POST', '/desk/cases/queue', question)
  const answer = body as QueueAnswer & { error?: { message: string } }
  return {
    status,
    error: answer.error?.message,
    numbers: (answer.rows ?? []).map(({ number }) => number),
    rows: answer.rows ?? [],
    found: answer.found,
    reading: answer.reading,
    counts: Object.fromEntries((answer.tabs ?? []).map(({ tab, count }) => [tab, count])) as Record<
      QueueTab,
      number
    >,
  }
}

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
  const views = () => {
    const database = new Database(join(office.dataDir, 'cms', 'cms.db'), { readonly: true })
    const rows = database.prepare('select * from case_views order by id').all() as View[]
    database.close()
    return rows
  }

  it('has what is due first in front, says by when and whose it is', async () => {
    const { rows, numbers, counts, found, reading } = await ask(clerk)
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
    assert.deepEqual((await ask(clerk, { tab: 'late' })).numbers, [old])
    assert.deepEqual((await ask(clerk, { tab: 'soon' })).numbers, [lamp])
    assert.deepEqual((await ask(clerk, { sort: 'oldest' })).numbers.slice(0, 2), [old, lamp])
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
      const { status, numbers, counts } = await ask(clerk, { q: words })
      assert.equal(status, 200, words)
      const expected = words === '%' ? [wages] : words === '"' ? [wages] : found
      assert.deepEqual(numbers.sort(), expected.sort(), words)
      assert.equal(counts.all, expected.length, words)
    }
    const { status, error } = await ask(clerk, { q: '工'.repeat(101) })
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
    assert.deepEqual((await ask(clerk, { topic: labour })).numbers, [wages])
    assert.equal((await ask(clerk, { region: '青禾区 城西街道' })).found, 4)
    assert.equal((await ask(clerk, { region: '青禾区 城西' })).found, 0)
    assert.equal((await ask(clerk, { category: '申诉求决' })).found, 4)
    assert.equal((await ask(clerk, { state: '已登记' })).found, 0)
    const day = new Date(Date.now() - 12 * dayMs).toISOString().slice(0, 10)
    assert.deepEqual((await ask(clerk, { to: day })).numbers, [old])
    assert.equal((await ask(clerk, { from: day })).found, 3)
    for (const question of [
      { tab: 'none' },
      { page: '0' },
      { page: 'x' },
      { from: 'yesterday' },
      { state: 'x' },
      { other: '1' },
      { q: ['a', 'b'] },
      { tab: ['late'] },
      { sort: 'title' },
    ]) {
      const { status } = await clerk.call('POST', '/desk/cases/queue', question)
      assert.equal(status, 400, JSON.stringify(question))
    }
  })

  it('is asked by no address, where proxies and browsers would keep the words', async () => {
    const words = encodeURIComponent('王小二')
    for (const path of [`/desk/cases?q=${words}`, `/desk/cases/queue?q=${words}`]) {
      const asked = await clerk.call('GET', path)
      assert.ok(asked.status >= 400, `${path} ${asked.status}`)
    }
    const both = await clerk.call('POST', `/desk/cases/queue?q=${words}`, {})
    assert.equal(both.status, 400)
  })

  it('shows a unit its own, and tells nothing of others by lists, searches or counts', async () => {
    const nothing = await ask(own)
    assert.deepEqual([nothing.found, nothing.numbers], [0, []])
    const id = await documentId(lamp)
    await clerk.take({ documentId: id } as never, { kind: 'register' }, { kind: 'refer', unit })
    const list = await ask(own)
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
      const { counts, found, numbers } = await ask(own, question)
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

  it('shows in a calendar what is due of whom on which day, and to a unit its own', async () => {
    const id = await documentId(lamp)
    const today = shanghaiDay(new Date())
    const calendar = async (staff: Staff, question: Record<string, string>) => {
      const path = `/desk/cases/calendar?${new URLSearchParams(question)}`
      const { status, body } = await staff.call('GET', path)
      assert.equal(status, 200, JSON.stringify(body))
      return body as Calendar
    }
    const inform = addDays(today, 15)
    const span = { from: addDays(today, -6), to: addDays(today, 35) }
    const all = await calendar(clerk, { ...span, day: inform })
    assert.equal(all.days.length, 42)
    assert.equal(all.today, today)
    // The first case is five days late at the bureau; the lamp is to be told of by its unit, two wait for registration.
    assert.equal(all.late, 1)
    assert.equal(all.days.find(({ day }) => day === addDays(today, -5))?.due, 1)
    assert.equal(all.days.find(({ day }) => day === inform)?.due, 3)
    const ours = all.items.find(({ documentId: one }) => one === id)
    assert.deepEqual(
      [ours?.whose, ours?.clock, ours?.article, ours?.left],
      [unit, '书面告知是否受理', 23, 15],
    )
    assert.deepEqual(
      all.units.map(({ name, due }) => [name, due]),
      [
        ['信访部门和复查复核机关', 3],
        [unit, 1],
      ],
    )
    const { id: unitId } = all.units.find(({ name }) => name === unit) ?? assert.fail()
    const narrowed = await calendar(clerk, { ...span, unit: unitId })
    assert.deepEqual([narrowed.found, narrowed.late], [1, 0])

    const seen = await calendar(own, { ...span, unit: 'bureau' })
    assert.deepEqual([seen.found, seen.late, seen.units], [1, 0, []])
    assert.deepEqual(
      seen.items.map(({ documentId: one }) => one),
      [id],
    )
    for (const question of [
      { from: today, to: addDays(today, 42) },
      { from: today, to: addDays(today, -1) },
      { from: 'x', to: today },
      { to: today },
      { ...span, x: '1' },
    ]) {
      const path = `/desk/cases/calendar?${new URLSearchParams(question as Record<string, string>)}`
      assert.equal((await clerk.call('GET', path)).status, 400, path)
    }

    const figures = async (staff: Staff) =>
      ((await staff.call('GET', '/desk/cases/units')).body as UnitsAnswer).units
    const expected = [
      { id: unitId, name: unit, active: true, open: 1, soon: 0, late: 0 },
      { informed: { due: 0, inTime: 0 }, decided: { count: 0, days: 0 } },
    ]
    assert.deepEqual(await figures(own), [{ ...expected[0], ...expected[1] }])
    assert.deepEqual(await figures(clerk), [{ ...expected[0], ...expected[1] }])
    assert.deepEqual((await ask(clerk, { unit: unitId, open: 'true' })).numbers, [lamp])
  })

  it('loses a case for the unit that it accuses, at once, and for every unit while that is open', async () => {
    const id = await documentId(lamp)
    assert.deepEqual((await ask(own, { q: '路灯' })).numbers, [lamp])
    const accuse = (accused: string[]) =>
      clerk.call('PUT', `/desk/cases/${id}/accused-units`, { units: accused })
    const answer = await accuse([unit])
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
    const today = shanghaiDay(new Date())
    const path = `/desk/cases/calendar?from=${today}&to=${addDays(today, 30)}`
    assert.equal(((await own.call('GET', path)).body as Calendar).found, 0)
    const after = await ask(own, { q: '路灯' })
    assert.deepEqual([after.found, after.counts.all], [0, 0])
    assert.equal((await ask(clerk, { q: '路灯' })).numbers.includes(lamp), true)

    const named = await office.mailbox.file({
      title: '民政局的事',
      facts: '区民政局的工作人员收了钱。',
      name: '赵四',
    })
    await clerk.wait(named, 'the case')
    const { rows, numbers } = await ask(clerk, { unsettled: 'true' })
    assert.deepEqual(numbers, [named])
    assert.deepEqual(rows[0]?.marks, ['待确认写到的单位'])
    assert.equal(((await clerk.call('GET', '/desk/cases/due')).body as DueCases).unsettled, 1)
  })

  it('stays as the cases are, after each step, supplement, view and renaming', async () => {
    const id = await documentId(wages)
    const entry = { documentId: id } as never
    const where = async (staff: Staff) => {
      const { rows, counts } = await ask(staff, { q: canary })
      const tabs = Object.entries(counts).filter(([tab, count]) => count > 0 && tab !== 'all')
      return [rows[0]?.state, ...tabs.map(([tab]) => tab)]
    }
    await clerk.take(entry, { kind: 'register' })
    assert.deepEqual(await where(clerk), ['已登记', 'registered'])
    await clerk.take(entry, { kind: 'refer', unit: other })
    assert.deepEqual(await where(clerk), ['已转送承办单位'])
    assert.deepEqual((await ask(clerk, { q: other })).numbers.includes(wages), true)
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
    assert.deepEqual((await ask(clerk, { q: '银杏' })).numbers, [wages])
    assert.deepEqual((await ask(clerk, { tab: 'supplement' })).numbers, [wages])
    assert.deepEqual((await ask(own, { tab: 'supplement' })).numbers, [wages])
    await clerk.call('GET', `/content-manager/collection-types/api::case.case/${id}`)
    assert.deepEqual((await ask(clerk, { tab: 'supplement' })).numbers, [])
    assert.deepEqual((await ask(own, { tab: 'supplement' })).numbers, [wages])
    await own.call('GET', `/content-manager/collection-types/api::case.case/${id}`)
    assert.deepEqual((await ask(own, { tab: 'supplement' })).numbers, [])

    await clerk.take(entry, { kind: 'reply', unit, text: '已经付清，附言紫藤。' })
    assert.deepEqual((await ask(own, { q: '紫藤', tab: 'done' })).numbers, [wages])
    await office.mailbox.send('evaluation', {
      number: wages,
      evaluation: { satisfaction: 'dissatisfied', comment: '还差一个月。' },
    })
    await clerk.wait(wages, 'the evaluation', (row) => row.satisfaction === '不满意')
    assert.deepEqual((await ask(clerk, { tab: 'unhappy' })).numbers, [wages])
    await office.mailbox.send('appeal', {
      number: wages,
      level: 'review',
      grounds: '不服。',
      attachments: [],
    })
    await clerk.wait(wages, 'the appeal', (row) => row.state === '正在复查')
    assert.deepEqual((await ask(clerk, { tab: 'appeal' })).numbers, [wages])
    // Somebody is still to speak with them.
    assert.deepEqual((await ask(clerk, { tab: 'unhappy' })).numbers, [wages])

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
    const after = await ask(clerk, { q: '城市治理' })
    assert.deepEqual([after.numbers, after.rows[0]?.units], [[wages], ['区城市治理局']])
  })

  it('is the same after a new start, and writes nothing of it down', async () => {
    const before = await ask(clerk)
    await office.restart()
    clerk = await signInClerk(office)
    const again = await ask(clerk)
    assert.deepEqual([again.rows, again.counts], [before.rows, before.counts])
  })

  it('leaves a trace of each list without what was looked for', async () => {
    const count = views().length
    await ask(clerk, { tab: 'late', q: '王小二', topic: '交通出行' })
    await ask(clerk, { q: wages.replace(/(\d{4})(?=\d)/g, '$1 ') })
    await ask(clerk, { q: '13712345671' })
    await ask(own)
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

  it('counts for the bureau alone, and publishes a month that is over without small cells', async () => {
    const thisMonth = shanghaiDay(new Date()).slice(0, 7)
    const year = thisMonth.slice(0, 4)
    const { status, body } = await clerk.call('GET', `/desk/cases/figures?period=${thisMonth}`)
    assert.equal(status, 200)
    const answer = body as FiguresAnswer
    const { received, tables } = answer.figures
    const total = received.count + received.before
    assert.ok(total >= 4, String(total))
    for (const { id, rows } of tables) {
      assert.equal(
        rows.reduce((sum, { count }) => sum + count, 0),
        received.count,
        id,
      )
    }
    assert.equal(JSON.stringify(answer).includes('古丽'), false)
    assert.equal(views().at(-1)?.act, '查看统计')

    const csv = await clerk.fetch(`/desk/cases/figures/table.csv?period=${year}`)
    const bytes = Buffer.from(await csv.arrayBuffer())
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf])
    assert.match(bytes.toString('utf8'), /问题领域,劳动和社会保障|问题领域,/)
    for (const period of [thisMonth, year]) {
      const file = await clerk.fetch(`/desk/cases/figures/report.docx?period=${period}`)
      const page = await mammoth.convertToHtml({ buffer: Buffer.from(await file.arrayBuffer()) })
      assert.doesNotMatch(page.value, /[〔〕]|undefined/)
      assert.match(page.value, period === year ? /信访工作年度报告/ : /信访工作通报/)
      assert.match(page.value, /及时受理率/)
    }
    assert.equal(views().at(-1)?.act, '导出')

    for (const period of ['2026-13', 'x', '2999', '2999-01', "2026-01'"]) {
      const refused = await clerk.call(
        'GET',
        `/desk/cases/figures?period=${encodeURIComponent(period)}`,
      )
      assert.equal(refused.status, 400, period)
    }
    for (const role of ['unit-clerk', 'publicity-publisher', 'administrator']) {
      const staff = role === 'unit-clerk' ? own : await signIn(office, role)
      for (const path of ['', '/table.csv', '/report.docx', '/report-page', '/public-record']) {
        const { status } = await staff.fetch(`/desk/cases/figures${path}`)
        assert.equal(status, 403, `${role} ${path}`)
      }
      const asked = { month: '2026-01', isPublic: true }
      const { status } = await staff.call('POST', '/desk/cases/figures/release', asked)
      assert.equal(status, 403, role)
    }

    const release = (month: string, isPublic: boolean) =>
      clerk.call('POST', '/desk/cases/figures/release', { month, isPublic })
    for (const month of [thisMonth, year, 'x'])
      assert.equal((await release(month, true)).status, 400)
    const before = shanghaiDay(new Date(Date.parse(`${thisMonth}-01`) - dayMs)).slice(0, 7)
    const published = await release(before, true)
    assert.equal(published.status, 200)
    assert.ok((published.body as FiguresAnswer).released)
    const asked = await clerk.call('GET', `/desk/cases/figures/public-record?period=${before}`)
    const { released } = asked.body as { released: unknown }
    assert.equal(publicFigures.parse(released).month, before)
    assert.deepEqual(
      [(await release(before, true)).status, (await release(before, false)).status],
      [200, 200],
    )
    const after = await clerk.call('GET', `/desk/cases/figures/public-record?period=${before}`)
    assert.equal((after.body as { released: unknown }).released, null)
  })

  it('hands cases over whole by a file, to the bureau alone, with a reason that is recorded', async () => {
    const ask = (staff: Staff, question: Record<string, string>, reason: string) =>
      staff.call('POST', '/desk/cases/hand-over', { question, reason })
    const count = views().length
    const { status, body } = await ask(clerk, { tab: 'all', q: '木工' }, '移交上级系统')
    assert.equal(status, 200)
    const file = handOver.parse(body)
    assert.deepEqual([file.cases.map(({ number }) => number), file.unread], [[wages], []])
    const [one] = file.cases
    assert.match(one?.facts ?? '', new RegExp(canary))
    assert.equal(one?.petitioner.telephone, '13712345671')
    assert.deepEqual(
      one?.events.map(({ sequence }) => sequence),
      one?.events.map((_, at) => at + 1),
    )
    assert.doesNotMatch(JSON.stringify(body), /statusRecipient|"access"|age1/)
    const rows = views().slice(count)
    assert.deepEqual(
      rows.map(({ act, number, asked }) => [act, number, asked]),
      [
        ['导出', '全部办件', '移交：全部，搜索文字（2 个字）。原因：移交上级系统'],
        ['导出', wages, null],
      ],
    )
    for (const [question, reason] of [
      [{ tab: 'all' }, ''],
      [{ tab: 'all' }, '因为'],
      [{ tab: 'all' }, '由'.repeat(101)],
      [{ tab: 'none' }, '移交上级系统'],
      [{ other: 'x' }, '移交上级系统'],
      [{ tab: 'all', q: '没有这样的话' }, '移交上级系统'],
    ] as [Record<string, string>, string][]) {
      assert.equal((await ask(clerk, question, reason)).status, 400, JSON.stringify(question))
    }
    for (const role of ['unit-clerk', 'publicity-publisher', 'administrator']) {
      const staff = role === 'unit-clerk' ? own : await signIn(office, role)
      assert.equal((await ask(staff, { tab: 'all' }, '移交上级系统')).status, 403, role)
    }
  })
})
