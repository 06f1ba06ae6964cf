import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import Database from 'better-sqlite3'
import iconv from 'iconv-lite'
import type {
  CaseImport,
  CheckedImport,
  ImportReport,
} from '../../../cms/src/contracts/cases/case-import.ts'
import { handOver, type HandOver } from '../../../cms/src/contracts/cases/hand-over.ts'
import type { QueueAnswer } from '../../../cms/src/contracts/cases/queue.ts'
import { cellsInRow } from '../../../cms/src/casework/import/cells-in-row.ts'
import { guessColumns } from '../../../cms/src/casework/import/guess-columns.ts'
import { readTable } from '../../../cms/src/casework/import/read-table.ts'
import { signInClerk, type Clerk } from '../../support/case/clerk.ts'
import { fetchHanded, handOverCases } from '../../support/case/hand-over.ts'
import { readViewLog } from '../../support/case/queue.ts'
import type { RunningCms } from '../../support/desk/cms.ts'
import { sharedDesk } from '../../support/desk/shared-desk.ts'
import { signIn, type Staff } from '../../support/desk/staff.ts'
import { until } from '../../support/machine/until.ts'

const canary = '紫檀阁七号楼'

describe('handing cases over', () => {
  let office: RunningCms
  let clerk: Clerk
  let wages: string
  let lamp: string
  before(async () => {
    office = await sharedDesk()
    clerk = await signInClerk(office)
    lamp = await office.mailbox.file({ title: '路灯不亮', request: '=1+1，请修好。' })
    wages = await office.mailbox.file({
      phone: '13712345671',
      title: '工地拖欠工资',
      facts: `在工地做木工，没有发工资。${canary}。`,
    })
    await clerk.wait(wages, 'the case')
  })

  it('hands cases over whole by a file, to the bureau alone, with a reason that is recorded', async () => {
    const handOverBy = (staff: Staff, changes: object) =>
      staff.call('POST', '/desk/cases/hand-over', {
        ...{ format: 'json', question: { tab: 'all' }, cases: null, reason: '移交上级系统' },
        ...changes,
      })
    const count = readViewLog(office).length
    const question = { tab: 'all', q: '紫檀阁' }
    const { ticket, answer, bytes } = await handOverCases(office, clerk, { question })
    assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; .*\.json$/)
    const file = handOver.parse(JSON.parse(String(bytes)))
    assert.deepEqual([file.cases.map(({ number }) => number), file.unread], [[wages], []])
    const [one] = file.cases
    assert.match(one?.facts ?? '', new RegExp(canary))
    assert.equal(one?.petitioner.telephone, '13712345671')
    assert.deepEqual(
      one?.events.map(({ sequence }) => sequence),
      one?.events.map((_, at) => at + 1),
    )
    assert.doesNotMatch(String(bytes), /statusRecipient|"access"|age1/)
    const rows = readViewLog(office).slice(count)
    assert.deepEqual(
      rows.map(({ act, number, asked }) => [act, number, asked]),
      [
        ['导出', '全部办件', '移交（JSON）：全部，搜索文字（3 个字）。原因：移交上级系统'],
        ['导出', wages, null],
      ],
    )
    // A ticket is good once, and none is as good as a wrong one.
    for (const wrong of [ticket, '', 'x'.repeat(43)]) {
      assert.equal((await fetchHanded(office, wrong)).status, 401)
    }
    for (const changes of [
      { reason: '' },
      { reason: '因为' },
      { reason: '由'.repeat(101) },
      { question: { tab: 'none' } },
      { question: { other: 'x' } },
      { question: { tab: 'all', q: '没有这样的话' } },
      { format: 'xls' },
      { cases: [] },
      { cases: ['nothing'] },
    ]) {
      assert.equal((await handOverBy(clerk, changes)).status, 400, JSON.stringify(changes))
    }
    for (const role of ['unit-clerk', 'publicity-publisher', 'administrator']) {
      const staff = await signIn(office, role)
      assert.equal((await handOverBy(staff, {})).status, 403, role)
    }
  })

  it('hands the cases that are ticked over as a table, a row a case', async () => {
    const found = [await clerk.find(wages), await clerk.find(lamp)]
    const cases = found.map((one) => one?.documentId ?? '')
    const count = readViewLog(office).length
    const file = await handOverCases(office, clerk, { format: 'csv', cases })
    const read = readTable(file.bytes, 10)
    if (!read.ok) return assert.fail(read.reason)
    const mapping = guessColumns(read.table.header)
    const rows = read.table.rows.map(({ cells }) => cellsInRow(cells, mapping).cells)
    assert.deepEqual([file.found, rows.map(({ number }) => number)], [2, [lamp, wages]])
    assert.equal(rows[0]?.request, '=1+1，请修好。')
    assert.deepEqual(
      rows.map(({ channel }) => channel),
      ['网上', '网上'],
    )
    assert.match(String(file.bytes), new RegExp(wages.replace(/(\d{4})(?=\d)/g, '$1 ')))
    assert.match(String(file.bytes), /,'=1\+1，请修好。,/)
    const asked = readViewLog(office).slice(count)[0]?.asked
    assert.equal(asked, '移交（CSV）：勾选的 2 件。原因：移交上级系统')
  })
})

describe('taking cases of another system in', () => {
  let office: RunningCms
  let clerk: Clerk
  before(async () => {
    office = await sharedDesk()
    clerk = await signInClerk(office)
  })

  const head = '信访件编号,信访目的,信访日期,登记日期,姓名,手机号码,身份证号,概况信息,信访内容\r\n'
  const good = (serial: number) =>
    `SC${serial},申诉求决,2026-11-0${serial},2026年11月5日,丁${serial},13800000000,,路灯${serial},"三号楼路灯不亮，\r\n${canary}。"\r\n`

  async function send(content: Buffer | string, name = '来件.csv') {
    const { status, body } = await clerk.send('/desk/cases/imports', name, Buffer.from(content))
    return { status, body: body as CheckedImport }
  }
  const start = async ({ id, source, mapping }: CheckedImport) => {
    const path = `/desk/cases/imports/${id}/start`
    return clerk.call('POST', path, { source, mapping })
  }
  const ended = ({ id }: CheckedImport) =>
    until('the import', 60, async () => {
      const { body } = await clerk.call('GET', `/desk/cases/imports/${id}`)
      const now = body as CaseImport
      return now.state === 'done' ? now : undefined
    })

  it('tells what a file comes to, writes what was confirmed, once, and reports it', async () => {
    const bad = 'SC8,其他,2026-11-01,,丁八,123,1.1E+17,路灯,三号楼路灯不亮。\r\n'
    const text = head + good(1) + good(2) + good(1) + bad
    const { status, body } = await send(iconv.encode(text, 'gbk'))
    assert.equal(status, 200)
    const { fresh, here, twice, faulty, missing, faults } = body.check
    assert.deepEqual([fresh, here, twice, faulty, missing], [2, 0, 1, 1, []])
    assert.deepEqual(
      faults.map(({ row, column }) => [row, column]),
      [
        [4, '外部编号'],
        [5, '证件号码'],
        [5, '信访类别'],
        [5, '联系电话'],
      ],
    )
    const find = (q: string) => clerk.call('POST', '/desk/cases/queue', { tab: 'all', q })
    const foundOf = (answer: { body: unknown }) => (answer.body as QueueAnswer).rows
    assert.deepEqual(foundOf(await find('SC1')), [], 'written before it was confirmed')

    assert.equal((await start(body)).status, 200)
    const done = await ended(body)
    assert.deepEqual([done.added, done.here, done.faulty, done.done], [2, 0, 2, 4])
    const [row] = foundOf(await find('SC1'))
    const entry = await clerk.wait(row?.number ?? '', 'the imported case')
    assert.deepEqual([entry.title, entry.state], ['路灯1', '已登记'])
    assert.match(entry.steps[0]?.text ?? '', /由国家信访信息系统转来，原编号 SC1。/)
    assert.equal(entry.steps[0]?.at, '2026-10-31T16:00:00.000Z')
    const report = await clerk.call('GET', `/desk/cases/imports/${body.id}/report`)
    const lines = (report.body as ImportReport).content.split('\r\n')
    assert.equal(lines.length, 8)
    assert.match(lines[1] ?? '', /^2,已导入,\d{4} \d{4} \d{4} \d{4},,$/)

    // The same file again, and by whatever encoding: nothing is made twice.
    const again = await send(Buffer.from(`\uFEFF${text}`))
    assert.deepEqual([again.body.check.fresh, again.body.check.here], [0, 3])
    await start(again.body)
    assert.deepEqual((await ended(again.body)).added, 0)
    assert.doesNotMatch(await office.log(), new RegExp(canary))
  })

  it('takes in what was handed over as it was, its petitioner sealed, and knows its own cases', async () => {
    const row = (await clerk.call('POST', '/desk/cases/queue', { tab: 'all', q: 'SC2' }))
      .body as QueueAnswer
    const cases = row.rows.map(({ documentId }) => documentId)
    const { bytes } = await handOverCases(office, clerk, { cases })
    const own = await send(bytes, '移交.json')
    assert.deepEqual([own.body.kind, own.body.check.here, own.body.check.fresh], ['json', 1, 0])
    const file = JSON.parse(String(bytes)) as HandOver
    const [one] = file.cases
    assert.deepEqual(one?.external, { source: '国家信访信息系统', number: 'SC2' })
    // As another office would have it.
    const other = { ...one, external: null, number: '9876543210987654', title: '别处的一件' }
    const sent = await send(JSON.stringify({ ...file, office: '邻区信访局', cases: [other] }))
    assert.deepEqual([sent.body.source, sent.body.check.fresh], ['邻区信访局', 1])
    await start(sent.body)
    await ended(sent.body)
    const q = { tab: 'all', q: '9876543210987654' }
    const found = (await clerk.call('POST', '/desk/cases/queue', q)).body as QueueAnswer
    assert.deepEqual(
      found.rows.map(({ title, petitioner }) => [title, petitioner]),
      [['别处的一件', '丁2']],
    )
    const database = new Database(join(office.dataDir, 'cms', 'cms.db'), { readonly: true })
    const rows = database
      .prepare('select * from cases where number = ?')
      .all(found.rows[0]?.number ?? '')
    database.close()
    assert.equal(rows.length, 1)
    assert.doesNotMatch(JSON.stringify(rows), /丁2|13800000000|三号楼|紫檀阁/)
  })

  it('goes on where it was broken off, and refuses what is no such file', async () => {
    const { body } = await send(head + good(3) + good(4))
    const path = join(office.dataDir, 'cms', 'imports', body.id, 'import.json')
    // As a desk leaves it that was ended in the middle of the second row.
    const kept = JSON.parse(await readFile(path, 'utf8'))
    await writeFile(path, JSON.stringify({ ...kept, state: 'running', done: 1, added: 1 }))
    const broken = (await clerk.call('GET', `/desk/cases/imports/${body.id}`)).body as CaseImport
    assert.deepEqual([broken.state, /继续导入/.test(broken.fault)], ['stopped', true])
    assert.equal((await start(body)).status, 200)
    assert.deepEqual(
      [(await ended(body)).added, (await send(head + good(4))).body.check.here],
      [2, 1],
    )

    for (const [content, words] of [
      ['', /空的/],
      [head, /只有表头/],
      ['PK\u0003\u0004', /CSV UTF-8/],
      ['{"cases":[]}', /移交办件/],
    ] as const) {
      const refused = await send(content)
      assert.equal(refused.status, 400)
      assert.match(JSON.stringify(refused.body), words)
    }
    const dropped = (await send(head + good(5))).body
    const twice = { source: 'X系统', mapping: dropped.mapping.map(() => 'title') }
    const check = `/desk/cases/imports/${dropped.id}/check`
    assert.equal((await clerk.call('POST', check, twice)).status, 400)
    const mapping = dropped.mapping.map((name) => (name === 'name' ? '' : name))
    const changed = await clerk.call('POST', check, { source: '邻区', mapping })
    assert.deepEqual([changed.status, (changed.body as CheckedImport).source], [200, '邻区'])
    await clerk.call('POST', `/desk/cases/imports/${dropped.id}/discard`, {})
    assert.equal((await clerk.call('GET', `/desk/cases/imports/${dropped.id}`)).status, 404)
  })
})
