import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { TestContext } from 'node:test'
import { createCitizen } from '../support/portal/citizen.ts'
import { story } from '../support/portal/stories.ts'
import { startIntake } from '../support/portal/intake.ts'
import { startPortal } from '../support/portal/portal.ts'
import { startPostgres } from '../support/machine/postgres.ts'
import { proofMaker, readPepper } from '../support/portal/proof.ts'

const times = 50

/** Sends one form fifty times at once to two portals over one mailbox. */
async function sendAtOnce(t: TestContext, settings: Record<string, string> = {}): Promise<void> {
  const intake = await startIntake(settings)
  const { data, bureau } = intake
  const second = await startPortal(data.path, settings)
  t.after(async () => {
    await second.stop()
    await intake.stop()
  })
  const key = await intake.citizen.openForm()
  const proof = proofMaker(readPepper(data.path))()
  const citizens = [intake.citizen, createCitizen(second.url)]
  const answers = await Promise.all(
    Array.from({ length: times / 2 }, () =>
      citizens.map((citizen) => citizen.fileAsData({ ...story, key, proof })),
    ).flat(),
  )
  assert.equal(answers.length, times)
  for (const { status } of answers) assert.equal(status, 200)
  const receipts = new Set(answers.map(({ answer }) => `${answer.number} ${answer.code}`))
  assert.equal(receipts.size, 1)
  const stored = await bureau.allPetitions()
  assert.deepEqual(
    stored.map(({ number }) => number),
    [answers[0]?.answer.number],
  )
  t.diagnostic(`${times} at once over two portals: 1 petition, 1 receipt`)
}

const postgres = await startPostgres()
describe('the same form fifty times at once is one petition with one receipt (5)', () => {
  it('in SQLite', (t) => sendAtOnce(t))
  it('in PostgreSQL', { skip: postgres ? false : '没有 PostgreSQL' }, async (t) => {
    const { url, stop } = postgres ?? assert.fail()
    try {
      await sendAtOnce(t, { MAILBOX_URL: url })
    } finally {
      // The portals are stopped by their own hook; a database that is away does not keep them.
      await stop()
    }
  })
})
