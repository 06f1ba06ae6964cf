import assert from 'node:assert/strict'
import { join } from 'node:path'
import { it } from 'node:test'
import Database from 'better-sqlite3'
import type {
  ViewPeople,
  ViewsAnswer,
  ViewsTable,
  ViewsToday,
} from '../../../cms/src/contracts/cases/view-log.ts'
import type { CaseChangedDetails } from '../../../cms/src/contracts/cases/desk-state.ts'
import type { CasePage } from '../../../cms/src/contracts/cases/page.ts'
import type { CaseEntry } from '../case/clerk.ts'
import type { RunningCms } from './cms.ts'
import { collection, type Staff } from './staff.ts'

const clerkAccount = 'case-clerk@petition.example'

/** The rows with which the record is filled to be large. */
const many = 100_000

/** What the auditor reads, on a desk with a case of a unit and one of others. */
export function checkAuditor(
  office: () => RunningCms,
  as: (role: string) => Promise<Staff>,
  cases: () => { ours: CaseEntry; theirs: CaseEntry },
): void {
  const database = () => new Database(join(office().dataDir, 'cms', 'cms.db'))
  const list = async (staff: Staff, question: object = {}) => {
    const { status, body } = await staff.call('POST', '/desk/views/list', question)
    assert.equal(status, 200, JSON.stringify(body))
    return body as ViewsAnswer
  }

  it('tells the auditor who looked at which case, by its number, and never whom it is about', async () => {
    const { ours, theirs } = cases()
    const clerk = await as('case-clerk')
    const unit = await as('unit-clerk')
    await clerk.call('GET', `/desk/cases/${theirs.documentId}/page`)
    await clerk.call('POST', `/desk/cases/${theirs.documentId}/petitioner`, {})
    await clerk.call('POST', '/desk/cases/queue', { q: '旁观人甲' })
    await clerk.call('GET', `/desk/cases/${ours.documentId}/papers`)
    await clerk.fetch('/desk/cases/export.csv')
    await unit.call('GET', `/desk/cases/${theirs.documentId}/page`)
    const auditor = await as('auditor')
    const { rows } = await list(auditor)
    const [refused, exported, papers, search, petitioner, page] = rows
    assert.deepEqual(
      [refused, exported, papers, search, petitioner, page].map((row) => [row?.kind, row?.number]),
      [
        ['被拒绝', theirs.number],
        ['导出', null],
        ['查阅', ours.number],
        ['搜索', null],
        ['查看信访人', theirs.number],
        ['查阅', theirs.number],
      ],
    )
    assert.deepEqual([search?.account, search?.name, search?.found], [clerkAccount, '办件人员', 1])
    const all = JSON.stringify(await list(auditor))
    for (const secret of ['旁观人甲', '13900000001', '旁人办的事项', '本单位办的事项']) {
      assert.ok(!all.includes(secret), secret)
    }
    const byNumber = await list(auditor, { number: theirs.number.replace(/(\d{4})(?=\d)/g, '$1 ') })
    assert.ok(byNumber.found >= 3)
    assert.ok(byNumber.rows.every(({ number }) => number === theirs.number))
    const kinds = await list(auditor, { kind: 'petitioner', person: clerkAccount })
    assert.ok(kinds.rows.length > 0 && kinds.rows.every(({ kind }) => kind === '查看信访人'))
    assert.equal((await list(auditor, { to: '2020-01-01' })).found, 0)
    const { body: people } = await auditor.call('GET', '/desk/views/people')
    assert.ok((people as ViewPeople).people.some(({ account }) => account === clerkAccount))
    const { body: today } = await auditor.call('GET', '/desk/views/today')
    assert.ok((today as ViewsToday).refused >= 1)
    for (const wrong of [
      { number: '12' },
      { number: '12345678901234567' },
      { kind: 'x' },
      { from: '昨天' },
      { page: 0 },
      { page: '1' },
      { other: 1 },
    ]) {
      const { status } = await auditor.call('POST', '/desk/views/list', wrong)
      assert.equal(status, 400, JSON.stringify(wrong))
    }
  })

  it('records who is told what happened to a case by a step that was refused, and tells only that', async () => {
    const { ours } = cases()
    const clerk = await as('case-clerk')
    const auditor = await as('auditor')
    const viewsOf = async () => (await list(auditor, { number: ours.number, kind: 'read' })).found
    const at = (path: string) => `/desk/cases/${ours.documentId}/${path}`
    const { body: page } = await clerk.call('GET', at('page'))
    const { events, desk } = page as CasePage
    const before = { revision: 0, steps: 0 }
    const last = { ...desk.seen, revision: desk.seen.revision - 1 }
    const met = { kind: 'end', outcome: 'settled', record: '问题已经解决。' }
    const doors: [string, string, object][] = [
      ['POST', 'actions', { kind: 'close' }],
      ['POST', 'leading', met],
      ['PUT', 'accused-units', { units: [] }],
      ['POST', 'repeat-of', { of: ours.number, reason: '同一事项' }],
    ]
    for (const [method, path, asked] of doors) {
      for (const [seen, told] of [
        [before, events.map(({ text }) => text)],
        [last, events.slice(-1).map(({ text }) => text)],
      ] as const) {
        const views = await viewsOf()
        const { status, body } = await clerk.call(method, at(path), { ...asked, seen })
        assert.equal(status, 409, `${path} ${JSON.stringify(body)}`)
        const { details } = (body as { error: { details: CaseChangedDetails } }).error
        assert.deepEqual(
          details.happened.map(({ text }) => text),
          told,
          path,
        )
        assert.equal(await viewsOf(), views + 1, path)
      }
    }
  })

  it('tells of who acts for a unit as auditor nothing', async () => {
    const administrator = await as('administrator')
    const { body: found } = await administrator.call(
      'GET',
      `${collection('department')}?pageSize=1`,
    )
    const [department] = (found as { results: { documentId: string }[] }).results
    const made = await administrator.call('POST', collection('unit-account'), {
      account: 'auditor@petition.example',
      unit: { connect: [{ documentId: department?.documentId }] },
    })
    assert.equal(made.status, 201, JSON.stringify(made.body))
    const auditor = await as('auditor')
    assert.equal((await auditor.call('POST', '/desk/views/list', {})).status, 403)
    const { data } = made.body as { data: { documentId: string } }
    const one = `${collection('unit-account')}/${data.documentId}`
    assert.equal((await administrator.call('DELETE', one)).status, 200)
    assert.equal((await auditor.call('POST', '/desk/views/list', {})).status, 200)
  })

  it('records who switched the second reader, from what to what', async () => {
    const administrator = await as('administrator')
    const path = collection('case-settings').replace('collection', 'single')
    const put = (data: object) => administrator.call('PUT', path, data)
    for (const change of [
      { secondReader: true, paperMark: '云信' },
      { secondReader: true, paperMark: '云信' },
      { secondReader: false, paperMark: '云信' },
    ]) {
      const { status, body } = await put(change)
      assert.ok(status < 300, JSON.stringify(body))
    }
    const auditor = await as('auditor')
    const { rows } = await list(auditor, { kind: 'settings' })
    assert.deepEqual(
      rows.map(({ account, asked }) => [account, asked]).reverse(),
      [
        '答复由第二人审阅后发出：关 → 开',
        '文书代字：没有填 → “云信”',
        '答复由第二人审阅后发出：开 → 关',
      ].map((asked) => ['administrator@petition.example', asked]),
    )
  })

  it('lets nobody change or delete the record, the database itself neither', () => {
    const open = database()
    for (const statement of [
      "update case_views set viewer = 'x'",
      "update case_views set act = '查阅' where act = '被拒绝'",
      'delete from case_views',
    ]) {
      assert.throws(() => open.prepare(statement).run(), /case views are only added/, statement)
    }
    open.close()
  })

  it('pages and exports a hundred thousand rows, and records that it was exported', async () => {
    const open = database()
    open
      .prepare(
        `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${many})
         insert into case_views (document_id, number, viewer, viewed_at, act, asked, found)
         select 'filled' || i, printf('%016d', 5000000000000000 + i % 5000), 'person' || (i % 40) || '@desk.example',
                1700000000000 + i * 60000, '查阅', null, null from n`,
      )
      .run()
    for (const where of ["viewer = 'person1@desk.example'", "number = '5000000000000007'"]) {
      const plan = open
        .prepare(
          `explain query plan select id from case_views where ${where} order by id desc limit 50`,
        )
        .all() as { detail: string }[]
      assert.match(JSON.stringify(plan), /USING (?:COVERING )?INDEX case_views_/)
    }
    open.close()
    const auditor = await as('auditor')
    const all = await list(auditor)
    assert.ok(all.found >= many)
    const last = await list(auditor, { page: all.pages })
    assert.equal(last.rows.length, all.found % 50 || 50)
    const question = { person: 'person7@desk.example', from: '2023-11-16', to: '2023-11-17' }
    const some = await list(auditor, question)
    assert.equal(some.found, 2 * (1440 / 40))
    const { status, body } = await auditor.call('POST', '/desk/views/export', question)
    assert.equal(status, 200)
    const { content, name } = body as ViewsTable
    assert.match(name, /^查阅记录 .*\.csv$/)
    assert.equal(content.trim().split('\r\n').length, 1 + some.found)
    assert.match(content, /5000 0000 0000 \d{4}/)
    const [exported] = (await list(auditor)).rows
    assert.deepEqual(
      [exported?.kind, exported?.asked, exported?.found, exported?.account],
      ['导出查阅记录', '按查阅人、日期筛选', some.found, 'auditor@petition.example'],
    )
    const whole = await auditor.call('POST', '/desk/views/export', {})
    const lines = (whole.body as ViewsTable).content.trim().split('\r\n')
    assert.ok(lines.length > many, String(lines.length))
  })
}
