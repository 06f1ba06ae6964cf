import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { dayMs } from '../../../content/calendar/day.ts'
import type { Status } from '@portal/content/schema/petition/status'
import { signInClerk, type CaseEntry, type Clerk } from '../../support/case/clerk.ts'
import { startCms, type RunningCms } from '../../support/desk/cms.ts'
import { until } from '../../support/machine/until.ts'

const unit = '区城市管理和综合执法局'

describe('what a petitioner sends after filing', () => {
  let office: RunningCms
  let clerk: Clerk
  before(async () => {
    office = await startCms()
    clerk = await signInClerk(office)
  })
  after(() => office?.stop())

  const newCase = async (): Promise<CaseEntry> =>
    clerk.wait(await office.mailbox.file(), 'the case')
  const pushed = ({ number }: CaseEntry, what: string, ready: (status: Status) => boolean) =>
    until(what, 30, async () => {
      const status = office.mailbox.statuses.get(number)
      return status && ready(status) ? status : undefined
    })
  const decide = (entry: CaseEntry) =>
    clerk.take(
      entry,
      { kind: 'register' },
      { kind: 'refer', unit },
      { kind: 'accept', unit },
      { kind: 'reply', unit, text: '已经修好。' },
    )

  it('is added to the case, in words and with its place in time', async () => {
    const { number } = await newCase()
    const text = '昨晚又有一盏不亮。\n位置在三号楼前。'
    await office.mailbox.send('supplement', { number, text, attachments: [] })
    const entry = await clerk.wait(
      number,
      'the supplement',
      (row) => row.laterMessages.length === 1,
    )
    assert.equal(entry.laterMessages[0]?.text, text)
    assert.equal(entry.state, '已收到，待登记')
    const status = await pushed(entry, 'the status', ({ steps }) => steps.length === 2)
    assert.equal(status.steps[1]?.text, '信访人补充了情况。')
    assert.ok(!JSON.stringify(status).includes('三号楼'), 'the status repeats what was written')
  })

  it('ends the case where it is withdrawn before a decision, and is noted after', async () => {
    const early = await newCase()
    await office.mailbox.send('withdrawal', { number: early.number, reason: '已经解决' })
    const status = await pushed(early, 'the end', ({ state }) => state === 'withdrawn')
    assert.deepEqual([status.may.supplement, status.may.withdraw], [false, false])
    const { body } = await clerk.call('GET', `/desk/cases/${early.documentId}/page`)
    assert.deepEqual((body as { desk: { actions: string[] } }).desk.actions, [])

    const late = await newCase()
    await decide(late)
    await office.mailbox.send('withdrawal', { number: late.number, reason: '不想办了' })
    const entry = await clerk.wait(late.number, 'the note', (row) => row.laterMessages.length === 1)
    assert.equal(entry.state, '已答复')
    assert.match(entry.steps.at(-1)?.text ?? '', /不能撤回/)
  })

  it('goes through both appeals, each with its clock and its opinion', async () => {
    const entry = await newCase()
    const { number } = entry
    await decide(entry)
    const appeal = (level: 'review' | 're-review') =>
      office.mailbox.send('appeal', { number, level, grounds: '灯还是不亮。', attachments: [] })

    await appeal('review')
    const reviewing = await pushed(entry, 'the review', ({ state }) => state === 'reviewing')
    assert.equal(reviewing.may.appeal, null)
    assert.deepEqual(
      reviewing.clocks.filter(({ done }) => !done).map(({ whose, article }) => [whose, article]),
      [['review-body', 35]],
    )
    await clerk.take(entry, { kind: 'review', body: '区人民政府', text: '责令重新处理。' })
    const reviewed = await pushed(entry, 'its opinion', ({ state }) => state === 'reviewed')
    assert.equal(reviewed.may.appeal?.level, 're-review')
    assert.deepEqual(reviewed.opinions[0]?.text, '责令重新处理。')

    await appeal('re-review')
    await pushed(entry, 'the re-review', ({ state }) => state === 're-reviewing')
    await clerk.take(
      entry,
      { kind: 'hear', days: 3 },
      { kind: 're-review', body: '市人民政府', text: '维持复查意见。' },
      { kind: 'close' },
    )
    const closed = await pushed(entry, 'the end', ({ state }) => state === 'closed')
    assert.deepEqual(
      closed.opinions.map(({ level, body }) => [level, body]),
      [
        ['review', '区人民政府'],
        ['re-review', '市人民政府'],
      ],
    )
    await appeal('review')
    const refused = await clerk.wait(number, 'the refusal', (row) => row.laterMessages.length === 3)
    assert.equal(refused.state, '已办结')
  })

  it('is refused with a sentence where an appeal comes too late, and is kept', async () => {
    const entry = await newCase()
    const { number } = entry
    await decide(entry)
    // The appeal reaches the mailbox two months after the reply.
    const grounds = '我不服。'
    const late = new Date(Date.now() + 60 * dayMs)
    await office.mailbox.send('appeal', { number, level: 'review', grounds, attachments: [] }, late)
    const kept = await clerk.wait(
      number,
      'the appeal',
      ({ laterMessages }) => laterMessages.length === 1,
    )
    assert.equal(kept.state, '已答复')
    assert.equal(kept.laterMessages[0]?.text, grounds)
    assert.match(kept.steps.at(-1)?.text ?? '', /最后一天是.+已经过了，不能启动复查/)
  })

  it('has its effect once, also where the CMS is stopped between', async () => {
    const { number } = await newCase()
    await office.restart(async () => {
      for (const text of ['第一次补充', '第二次补充', '第三次补充']) {
        await office.mailbox.send('supplement', { number, text, attachments: [] })
      }
    })
    clerk = await signInClerk(office)
    const entry = await clerk.wait(
      number,
      'all three',
      ({ laterMessages }) => laterMessages.length >= 3,
    )
    assert.deepEqual(
      entry.laterMessages.map(({ text }) => text),
      ['第一次补充', '第二次补充', '第三次补充'],
    )
    await until('the acknowledgement', 30, async () =>
      office.mailbox.acknowledged() === office.mailbox.rows.length ? true : undefined,
    )
  })

  it('to a case that is not there is set aside', async () => {
    const number = '0000000000000000'
    await office.mailbox.send('withdrawal', { number, reason: '弄错了' })
    const next = await newCase()
    assert.ok(next, 'the rest goes on')
    const database = new Database(join(office.dataDir, 'cms', 'cms.db'), { readonly: true })
    const rows = database.prepare('select number, reason from quarantines').all()
    database.close()
    assert.deepEqual(rows, [{ number, reason: '没有对应的办件' }])
  })

  it('of an extension the petitioner learns the reason and the new last day', async () => {
    const entry = await newCase()
    await clerk.take(entry, { kind: 'register' }, { kind: 'accept', unit })
    const before = await pushed(entry, 'the acceptance', ({ state }) => state === 'accepted')
    await clerk.take(entry, { kind: 'extend', days: 30, reason: '需要检测线路' })
    const after = await pushed(entry, 'the extension', ({ steps }) =>
      steps.some(({ text }) => text.includes('需要检测线路')),
    )
    const lastDay = ({ clocks }: Status) =>
      Date.parse(clocks.find(({ article }) => article === 34)?.lastDay ?? '')
    assert.equal(lastDay(after) - lastDay(before), 30 * dayMs)
    const again = { kind: 'extend', days: 1, reason: '再延' }
    const path = `/desk/cases/${entry.documentId}/actions`
    assert.equal((await clerk.call('POST', path, again)).status, 409)
  })
})
