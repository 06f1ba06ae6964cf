import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { handOver } from '../../../cms/src/contracts/cases/hand-over.ts'
import { cellsInRow } from '../../../cms/src/casework/import/cells-in-row.ts'
import { guessColumns } from '../../../cms/src/casework/import/guess-columns.ts'
import { readTable } from '../../../cms/src/casework/import/read-table.ts'
import { signInClerk, type Clerk } from '../../support/case/clerk.ts'
import { fetchHanded, handOverCases } from '../../support/case/hand-over.ts'
import { readViewLog } from '../../support/case/queue.ts'
import type { RunningCms } from '../../support/desk/cms.ts'
import { sharedDesk } from '../../support/desk/shared-desk.ts'
import { signIn, type Staff } from '../../support/desk/staff.ts'

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
    assert.match(String(file.bytes), new RegExp(wages.replace(/(\d{4})(?=\d)/g, '$1 ')))
    assert.match(String(file.bytes), /,'=1\+1，请修好。,/)
    const asked = readViewLog(office).slice(count)[0]?.asked
    assert.equal(asked, '移交（CSV）：勾选的 2 件。原因：移交上级系统')
  })
})
