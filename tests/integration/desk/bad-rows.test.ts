import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import Database from 'better-sqlite3'
import { signInClerk, type Clerk } from '../../support/case/clerk.ts'
import { startCms, type RunningCms } from '../../support/desk/cms.ts'
import { until } from '../../support/machine/until.ts'

const said = '院子里的金丝雀'

/** What a single case may have lost, or have wrong, by whatever hand. */
const faults = [
  'region = NULL',
  "region = ''",
  'title = NULL',
  'facts = NULL',
  'steps = NULL',
  "steps = 'no list'",
  "received_at = 'no day'",
  'received_at = NULL',
  "category = '没有这一类'",
  "state = '没有这一步'",
  'access = NULL',
  "access = 'no json'",
  "status_recipient = 'nobody'",
  "named_units = '{'",
  "attachments = '7'",
  "opinions = 'no list', later_messages = 'no list'",
]

describe('a case that lost a part', () => {
  let office: RunningCms
  let clerk: Clerk
  let good: string
  const bad: string[] = []

  before(async () => {
    office = await startCms()
    clerk = await signInClerk(office)
    for (const fault of faults) bad.push(await office.mailbox.file({ title: `${said} ${fault}` }))
    good = await office.mailbox.file()
    await clerk.wait(good, 'the last case', ({ pushed }) => pushed)
    office.mailbox.statuses.clear()
    await office.restart(async () => {
      const database = new Database(join(office.dataDir, 'cms', 'cms.db'))
      faults.forEach((fault, index) =>
        database.prepare(`UPDATE cases SET ${fault} WHERE number = ?`).run(bad[index]),
      )
      database.exec('UPDATE cases SET pushed = 0, settled_units = NULL')
      database.close()
    })
    clerk = await signInClerk(office)
  })
  after(() => office.stop())

  it('keeps no other from its petitioner', async () => {
    await until('the status of the sound case', 30, async () => office.mailbox.statuses.get(good))
  })

  it('keeps no message from being taken in', async () => {
    for (const number of bad) {
      await office.mailbox.send('supplement', { number, text: said, attachments: [] })
    }
    const later = await office.mailbox.file()
    await clerk.wait(later, 'the petition behind them')
    await clerk.take(await clerk.wait(good, 'the sound case'), { kind: 'register' })
  })

  it('keeps no list and no table from being shown', async () => {
    const queue = await clerk.call('POST', '/desk/cases/queue', {})
    assert.equal(queue.status, 200)
    assert.ok(JSON.stringify(queue.body).includes(good))
    for (const path of [
      '/desk/cases/due',
      '/desk/cases/export.csv',
      '/content-manager/collection-types/api::case.case?pageSize=100',
    ]) {
      const answer = await clerk.fetch(path)
      assert.equal(answer.status, 200, path)
      const text = await answer.text()
      if (!path.endsWith('due')) assert.ok(text.replaceAll(' ', '').includes(good), path)
    }
  })

  it('is told of in the log, without a word of the petition', async () => {
    const log = await office.log()
    assert.doesNotMatch(log, new RegExp(said))
    assert.match(log, /办件/)
  })
})
