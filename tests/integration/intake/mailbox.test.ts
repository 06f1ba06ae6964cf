import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { join } from 'node:path'
import { dayMs } from '../../../content/calendar/day.ts'
import Database from 'better-sqlite3'
import { createCitizen, readReceipt, visibleText } from '../../support/portal/citizen.ts'
import { story } from '../../support/portal/stories.ts'
import { createBureau } from '../../support/portal/bureau.ts'
import { startIntake } from '../../support/portal/intake.ts'
import type { Intake } from '../../support/portal/intake.ts'
import { createDataDir, pointTo, startPortal } from '../../support/portal/portal.ts'
import { startPostgres } from '../../support/machine/postgres.ts'
import { until } from '../../support/machine/until.ts'

let intake: Intake
before(async () => {
  intake = await startIntake()
})
after(() => intake.stop())

it('takes filing at one portal and tracking at another over one mailbox', async () => {
  const { data, file } = intake
  const second = await startPortal(data.path)
  const { number, code } = await file()
  const elsewhere = createCitizen(second.url)
  assert.match(visibleText(await elsewhere.track(number, code)), /信访局已经收到/)
  await second.stop()
})

it('erases what the office has long had, and shows its receipt and status as before', async () => {
  const own = await createDataDir()
  pointTo(own.path, intake.release)
  const first = await startPortal(own.path)
  const filer = createCitizen(first.url)
  const key = await filer.openForm()
  const { number, code } = readReceipt(await filer.file({ ...story, key }))
  const office = createBureau(first.url, own.identity, own.token)
  const [{ sequence } = assert.fail()] = await office.collect()
  await office.push(number.replace(/\D/g, ''), { revision: 1, state: 'registered' })
  await office.acknowledge(sequence)
  await first.stop()
  const database = new Database(join(own.path, 'portal', 'mailbox.db'))
  const weekAgo = new Date(Date.now() - 8 * dayMs).toISOString()
  database.prepare('update messages set acknowledged_at = ?').run(weekAgo)
  database.close()

  const keeping = await startPortal(own.path, { MAILBOX_KEEP_DAYS: '9' })
  assert.equal((await createBureau(keeping.url, own.identity, own.token).collect()).length, 1)
  await keeping.stop()
  const later = await startPortal(own.path)
  const desk = createBureau(later.url, own.identity, own.token)
  await until('the erasure', 10, async () => (await desk.collect()).length === 0 || undefined)
  const visitor = createCitizen(later.url)
  assert.match(visibleText(await visitor.track(number, code)), /信访局已经登记/)
  assert.deepEqual(readReceipt(await visitor.file({ ...story, key })), { number, code })
  assert.equal((await desk.collect()).length, 0)
  await later.stop()
  own.remove()
})

const postgres = await startPostgres()
after(() => postgres?.stop())
it(
  'files and tracks over PostgreSQL, and says so while the database is away',
  { skip: postgres ? false : '没有 PostgreSQL' },
  async () => {
    const database = postgres ?? assert.fail()
    const own = await createDataDir()
    pointTo(own.path, intake.release)
    const running = await startPortal(own.path, { MAILBOX_URL: database.url })
    const filer = createCitizen(running.url)
    const key = await filer.openForm()
    const { number, code } = readReceipt(await filer.file({ ...story, key }))
    assert.equal((await filer.track(number, code)).status, 200)

    await database.stop()
    assert.equal((await filer.track(number, code)).status, 503)
    assert.equal((await filer.file({ ...story, key: await filer.openForm() })).status, 503)
    assert.equal((await fetch(`${running.url}/healthz`)).status, 503)
    await running.stop()
    own.remove()
  },
)
