import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'node:test'
import Database from 'better-sqlite3'
import pg from 'pg'
import { openMailbox } from '../../site/src/petition/mailbox/open.ts'
import type { Mailbox } from '../../site/src/petition/ports.ts'
import { Unavailable } from '../../site/src/petition/failures.ts'
import { formKey, readReceipt } from '../support/portal/citizen.ts'
import { story } from '../support/portal/stories.ts'
import { startIntake } from '../support/portal/intake.ts'
import { startPostgres } from '../support/machine/postgres.ts'
import { sealedPetition } from '../support/portal/sealed.ts'

// The lock is held until every answer is there: whoever waited for it would wait for ever.
const timeout = 60_000
/** More than there are connections: some wait for one that waits for the lock. */
const many = 200

/** Files many at once and expects that all are told to come again, for one of the reasons. */
async function expectLocked(mailbox: Mailbox, reasons: RegExp): Promise<void> {
  const filings = Array.from({ length: many }, () => {
    const { receipt, message } = sealedPetition()
    return mailbox.file(receipt, message)
  })
  for (const result of await Promise.allSettled(filings)) {
    assert.ok(result.status === 'rejected' && result.reason instanceof Unavailable)
    assert.match(result.reason.reason, reasons)
    assert.ok(result.reason.retryAfter > 0)
  }
}

it(
  'waits a bounded time for a locked file and lets the process go on meanwhile (4)',
  { timeout },
  async (t) => {
    const directory = mkdtempSync(join(tmpdir(), 'portal-locked-'))
    t.after(() => rmSync(directory, { recursive: true, force: true }))
    const path = join(directory, 'mailbox.db')
    const mailbox = await openMailbox(`sqlite:${path}`)
    const lock = new Database(path)
    lock.exec('begin exclusive')
    let turns = 0
    const ticker = setInterval(() => (turns += 1), 5)
    t.after(() => clearInterval(ticker))
    await expectLocked(mailbox, /^locked$/)
    clearInterval(ticker)
    // A process that stood still while it waited would have had no turn at all.
    assert.ok(turns > 20, `the process had ${turns} turns`)
    lock.exec('rollback')
    lock.close()
    const { receipt, message } = sealedPetition()
    assert.deepEqual(await mailbox.file(receipt, message), { kind: 'filed' })
    await mailbox.close()
  },
)

const postgres = await startPostgres()
it(
  'waits a bounded time for locked tables in PostgreSQL (4)',
  { timeout, skip: postgres ? false : '没有 PostgreSQL' },
  async (t) => {
    const { url, stop } = postgres ?? assert.fail()
    t.after(stop)
    const mailbox = await openMailbox(url)
    const lock = new pg.Client(url)
    await lock.connect()
    await lock.query('begin; lock table receipts, messages in access exclusive mode')
    await expectLocked(mailbox, /^(?:locked|unreachable)$/)
    await lock.query('rollback')
    await lock.end()
    const { receipt, message } = sealedPetition()
    assert.deepEqual(await mailbox.file(receipt, message), { kind: 'filed' })
    await mailbox.close()
  },
)

it(
  'says 503 to whoever files meanwhile, keeps the form, and files it once the lock is gone (4)',
  { timeout },
  async (t) => {
    const intake = await startIntake()
    t.after(intake.stop)
    const { citizen, data, bureau } = intake
    const before = await intake.file()
    const keys = await Promise.all(Array.from({ length: 20 }, () => citizen.openForm()))
    const lock = new Database(join(data.path, 'portal', 'mailbox.db'))
    lock.exec('begin exclusive')
    const waiting = Promise.all(keys.map((key) => citizen.file({ ...story, key })))
    // Reading goes on: nobody but those who file is told to wait.
    assert.equal((await citizen.open('/')).status, 200)
    assert.equal((await citizen.track(before.number, before.code)).status, 200)
    for (const [index, page] of (await waiting).entries()) {
      assert.equal(page.status, 503)
      assert.ok(Number(page.headers.get('retry-after')) > 0)
      assert.ok(page.html.includes('找过劳动监察'))
      assert.equal(formKey(page.html), keys[index])
    }
    lock.exec('rollback')
    lock.close()
    const pages = await Promise.all(keys.map((key) => citizen.file({ ...story, key })))
    const numbers = new Set(pages.map((page) => readReceipt(page).number))
    assert.equal(numbers.size, keys.length)
    assert.equal((await bureau.allPetitions()).length, keys.length + 1)
  },
)
