import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, it } from 'node:test'
import type { CasePage } from '../../../cms/src/contracts/cases/page.ts'
import { dataLayout } from '@portal/content/schema/operation/data-layout'
import { openRecord } from '../../support/case/record.ts'
import { signInClerk, type CaseEntry, type Clerk } from '../../support/case/clerk.ts'
import {
  startPostgresDesk,
  startSqliteDesk,
  type AskDesk,
  type DeskWithDatabase,
} from '../../support/desk/desk-database.ts'
import { signIn, type Staff } from '../../support/desk/staff.ts'
import { until } from '../../support/machine/until.ts'

const lead = '区民政局'
/** The unit of the first unit account. */
const own = '区城市管理和综合执法局'

function behaves(start: () => Promise<DeskWithDatabase>, isPostgres: boolean): void {
  let desk: DeskWithDatabase
  let clerk: Clerk
  let ask: AskDesk
  let entry: CaseEntry
  before(async () => {
    desk = await start()
    ask = desk.ask
    clerk = await signInClerk(desk.office)
    entry = await clerk.wait(await desk.office.mailbox.file(), 'the case')
  })
  after(() => desk?.stop())

  const pageOf = async (staff: Staff = clerk) => {
    const { body } = await staff.call('GET', `/desk/cases/${entry.documentId}/page`)
    return body as CasePage
  }
  const deskOf = async (staff?: Staff) => (await pageOf(staff)).desk
  const { verify, verifyByCommand, isWhole, events, unlock, whileChanged } = openRecord(
    () => ({ ...desk, number: entry.number }),
    isPostgres,
  )

  it('is written with each step, by whoever took it, and is found whole', async () => {
    await clerk.take(entry, { kind: 'register' })
    await clerk.take(entry, {
      kind: 'refer',
      units: [
        { unit: lead, lead: true },
        { unit: own, lead: false, note: '请提供路灯的管护记录。', dueOn: '2027-12-31' },
      ],
    })
    const rows = await events()
    assert.deepEqual(
      rows.map(({ sequence, kind, actor, staff_name: name }) => [sequence, kind, actor, name]),
      [
        [1, 'filed', 'petitioner', null],
        [2, 'registered', 'staff', '办件人员'],
        [3, 'referred', 'staff', '办件人员'],
      ],
    )
    assert.ok(!JSON.stringify(rows).includes('路灯'), 'it stands in the clear')
    const { code, lines } = await verifyByCommand()
    assert.equal(code, 0, lines)
    assert.match(lines, /已核对 1 个办件、3 条记录：全部完整/)
    assert.deepEqual((await deskOf()).record, { intact: true, events: 3 })
  })

  it('lets each unit see and do what is its own, and the petitioner no more than the lead', async () => {
    const unit = await signIn(desk.office, 'unit-clerk')
    const page = await deskOf(unit)
    assert.deepEqual(page.actions, ['accept', 'object', 'advise'])
    assert.deepEqual(
      page.referrals.map(({ unit: name, lead: first, note }) => [name, first, note]),
      [
        [lead, true, ''],
        [own, false, '请提供路灯的管护记录。'],
      ],
    )
    assert.ok(page.clocks.some(({ whose, name }) => whose === own && name === '反馈办理结果'))
    const step = (body: object) =>
      unit.call('POST', `/desk/cases/${entry.documentId}/actions`, body)
    assert.equal((await step({ kind: 'reply', text: '答复' })).status, 403)
    assert.equal((await step({ kind: 'advise', text: '去年十月检修过。' })).status, 200)
    const [, second] = (await deskOf()).referrals
    assert.equal(second?.advice, '去年十月检修过。')
    const status = await until('the status', 30, async () => {
      const told = desk.office.mailbox.statuses.get(entry.number)
      return told?.state === 'referred' ? told : undefined
    })
    assert.equal(status.unit, lead)
    assert.doesNotMatch(JSON.stringify(status), /检修|管护/)
    const bureauReads = (await pageOf()).events
    assert.deepEqual(bureauReads.at(-1)?.words, '去年十月检修过。')
    assert.equal((await pageOf(unit)).events.length, bureauReads.length)
    await clerk.take(entry, { kind: 'recall', units: [own], reason: '不需要' })
    assert.equal((await unit.fetch(`/desk/cases/${entry.documentId}/page`)).status, 403)
  })

  it('shows a reply that was corrected as corrected, and what it was before stays on record', async () => {
    await clerk.take(
      entry,
      { kind: 'accept', unit: lead },
      { kind: 'correct', change: { field: 'topic', to: 'environment' }, reason: '选错了领域' },
      { kind: 'reply', unit: lead, text: '三盏路登已经修好。' },
      { kind: 'correct-reply', text: '三盏路灯已经修好。', reason: '有一个错字' },
    )
    const status = await until('the correction', 30, async () => {
      const told = desk.office.mailbox.statuses.get(entry.number)
      return told?.reply?.correctedOn ? told : undefined
    })
    assert.equal(status.reply?.text, '三盏路灯已经修好。')
    assert.equal(status.steps.at(-1)?.text, '答复已更正，以更正后的为准。原因：有一个错字')
    assert.ok(
      status.steps.some(({ text }) => /^问题领域由“.+”更正为“.+”。原因：选错了领域$/.test(text)),
    )
    await isWhole()
  })

  it('has notes and what follows upon 不满意, sealed, and is whole with them', async () => {
    const note = { text: '请先打电话问一问。', mentions: [lead] }
    const noted = await clerk.call('POST', `/desk/cases/${entry.documentId}/notes`, note)
    assert.equal(noted.status, 200)
    const evaluation = { satisfaction: 'dissatisfied' as const, comment: '还有一盏不亮。' }
    await desk.office.mailbox.send('evaluation', { number: entry.number, evaluation })
    await clerk.wait(entry.number, 'the evaluation', ({ satisfaction }) => satisfaction !== null)
    await clerk.take(
      entry,
      { kind: 'assign-follow-up' },
      { kind: 'follow-up', record: '说好后天再修一盏。' },
    )
    const rows = await events()
    assert.deepEqual(
      rows.slice(-5).map(({ kind, actor }) => [kind, actor]),
      [
        ['noted', 'staff'],
        ['evaluated', 'petitioner'],
        ['follow-up-opened', 'system'],
        ['follow-up-assigned', 'staff'],
        ['followed-up', 'staff'],
      ],
    )
    assert.doesNotMatch(JSON.stringify(rows), /电话|后天/)
    await isWhole()
  })

  it('is changed and deleted by nobody through the database as it is', async () => {
    const change = ask(`update case_events set at = 'x' where number = $1`, entry.number)
    await assert.rejects(change, /case events are only added/)
    const deletion = ask('delete from case_events where number = $1', entry.number)
    await assert.rejects(deletion, /case events are only added/)
    const [row] = await events()
    const twice = ask(
      `insert into case_events (number, sequence, at, kind, actor, body, previous, hash)
       values ($1, 1, $2, 'closed', 'system', '', '', '')`,
      entry.number,
      row?.at,
    )
    await assert.rejects(twice, /unique/i)
  })

  it('is found out where it was changed, cut, or is not what the case says', async () => {
    await unlock()
    const first = `number = '${entry.number}' and sequence = 2`
    const own = `number = '${entry.number}'`
    const finds = (expected: RegExp) => async () => {
      const { code, lines } = await verify()
      assert.equal(code, 1)
      assert.match(lines, expected)
    }
    const at = '2020-01-01T00:00:00.000Z'
    await whileChanged('case_events', 'at', at, first, finds(/第 2 条记录被改动过/))
    await whileChanged('case_events', 'staff_name', '李', first, finds(/第 2 条记录被改动过/))
    await whileChanged('case_events', 'key', 'x', first, finds(/记录里有打不开的内容/))
    await whileChanged('cases', 'state', '已办结', own, async () => {
      await finds(/办件与记录不符：办理状态/)()
      const told = await verifyByCommand()
      assert.equal(told.code, 1)
      assert.match(told.lines, /办件与记录不符：办理状态/)
    })
    await whileChanged('cases', 'event_count', 2, own, async () => {
      await finds(/应当有 2 条记录，现有 \d+ 条/)()
      assert.equal((await deskOf()).record.intact, false)
      const refused = await clerk.call('POST', `/desk/cases/${entry.documentId}/actions`, {
        kind: 'close',
      })
      assert.equal(refused.status, 409)
      assert.match(JSON.stringify(refused.body), /不能改动/)
    })
    const other = '1111222233334444'
    const orphaned = finds(/有记录而没有办件/)
    await whileChanged('cases', 'number', other, own, orphaned, `number = '${other}'`)
  })

  it('is told to the administrator by the check of the night', async () => {
    const yesterday = Date.now() - 86_400_000
    await desk.office.restart(async () => {
      await ask(`delete from strapi_core_store_settings where key like '%case-check%'`)
      // The same night keeps the head of the day, over events of the day before.
      await ask(
        'update case_events set created_at = $1',
        isPostgres ? new Date(yesterday) : yesterday,
      )
      await ask(`update cases set state = '已办结' where number = $1`, entry.number)
    })
    const administrator = await signIn(desk.office, 'administrator')
    const records = await until('the check', 30, async () => {
      const { body } = await administrator.call('GET', '/desk/home/watch')
      const found = (body as { records: { broken: number } }).records
      return found.broken > 0 ? found : undefined
    })
    assert.deepEqual(records, { broken: 1, heads: null })
    const { body } = await administrator.call('GET', '/desk/home/watch/details')
    assert.deepEqual((body as { broken: object[] }).broken, [
      { number: entry.number, fault: '办件与记录不符：办理状态' },
    ])
    assert.match(await desk.office.log(), /办件记录不完整/)
    await ask(`update cases set state = '已答复' where number = $1`, entry.number)
    await isWhole()
  })

  it('is missed where it was cut off together with what the case knows of it', async () => {
    const { caseHeads } = dataLayout(desk.office.dataDir)
    await until(
      'the head of the day',
      30,
      async () => (await readFile(caseHeads, 'utf8').catch(() => '')) || undefined,
    )
    await isWhole()
    await unlock()
    const all = await events()
    const last = all.at(-1) ?? assert.fail()
    await ask('delete from case_events where id = $1', last.id)
    await ask(
      'update cases set event_count = $1, head_hash = $2 where number = $3',
      all.length - 1,
      all.at(-2)?.hash,
      entry.number,
    )
    const { code, lines } = await verify()
    assert.equal(code, 1)
    assert.match(lines, /存底以前的记录有缺失/)
    const columns = Object.keys(last)
    await ask(
      `insert into case_events (${columns.join()}) values (${columns.map((_, n) => `$${n + 1}`).join()})`,
      ...Object.values(last),
    )
    await ask(
      'update cases set event_count = $1, head_hash = $2 where number = $3',
      all.length,
      last.hash,
      entry.number,
    )
    await isWhole()
  })
}

describe('the record of each case', () => {
  describe('in SQLite', () => behaves(startSqliteDesk, false))
  describe('in PostgreSQL', () => behaves(startPostgresDesk, true))
})
