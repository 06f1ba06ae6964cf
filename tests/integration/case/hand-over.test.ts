import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { handOver } from '../../../cms/src/contracts/cases/hand-over.ts'
import { signInClerk, type Clerk } from '../../support/case/clerk.ts'
import { readViewLog } from '../../support/case/queue.ts'
import type { RunningCms } from '../../support/desk/cms.ts'
import { sharedDesk } from '../../support/desk/shared-desk.ts'
import { signIn, type Staff } from '../../support/desk/staff.ts'

const canary = '紫檀阁七号楼'

describe('handing cases over', () => {
  let office: RunningCms
  let clerk: Clerk
  let wages: string
  before(async () => {
    office = await sharedDesk()
    clerk = await signInClerk(office)
    wages = await office.mailbox.file({
      phone: '13712345671',
      title: '工地拖欠工资',
      facts: `在工地做木工，没有发工资。${canary}。`,
    })
    await clerk.wait(wages, 'the case')
  })

  it('hands cases over whole by a file, to the bureau alone, with a reason that is recorded', async () => {
    const handOverBy = (staff: Staff, question: Record<string, string>, reason: string) =>
      staff.call('POST', '/desk/cases/hand-over', { question, reason })
    const count = readViewLog(office).length
    const { status, body } = await handOverBy(clerk, { tab: 'all', q: '紫檀阁' }, '移交上级系统')
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
    const rows = readViewLog(office).slice(count)
    assert.deepEqual(
      rows.map(({ act, number, asked }) => [act, number, asked]),
      [
        ['导出', '全部办件', '移交：全部，搜索文字（3 个字）。原因：移交上级系统'],
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
      assert.equal(
        (await handOverBy(clerk, question, reason)).status,
        400,
        JSON.stringify(question),
      )
    }
    for (const role of ['unit-clerk', 'publicity-publisher', 'administrator']) {
      const staff = await signIn(office, role)
      assert.equal((await handOverBy(staff, { tab: 'all' }, '移交上级系统')).status, 403, role)
    }
  })
})
