import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { after, before, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { newIdempotencyKey } from '../../site/src/petition/submit/idempotency-key.ts'
import { createCitizen } from '../support/portal/citizen.ts'
import { story } from '../support/portal/stories.ts'
import type { Citizen } from '../support/portal/citizen.ts'
import { createBureau } from '../support/portal/bureau.ts'
import { createDataDir, pointTo, startPortal } from '../support/portal/portal.ts'
import type { DataDir, RunningPortal } from '../support/portal/portal.ts'
import { proofMaker, readPepper } from '../support/portal/proof.ts'
import { buildSite } from '../support/release/site-release.ts'
import type { SiteRelease } from '../support/release/site-release.ts'

/** 1,000 for the full figure; each takes a second or two. */
const runs = Number(process.env.FAULT_RUNS ?? 20)
const people = 16

type Attempt = { key: string; fields: typeof story; receipt?: { number: string; code: string } }

let data: DataDir
let release: SiteRelease
before(async () => {
  release = await buildSite()
  data = await createDataDir()
  pointTo(data.path, release.folder)
})
after(() => {
  data.remove()
  release.remove()
})

/** A connection that breaks is what is being tested; a wrong answer is a failure. */
function cutOff(error: unknown): void {
  if (error instanceof assert.AssertionError) throw error
}

it('keeps every receipt that was shown, exactly and once, through being killed at any moment (1)', async (t) => {
  const prove = proofMaker(readPepper(data.path))
  const attempts: Attempt[] = []
  const lost: Attempt[] = []
  let cut = 0

  /** Sends a form; what it gave is kept with it. */
  const send = async (citizen: Citizen, attempt: Attempt) => {
    const { status, answer } = await citizen.fileAsData({ ...attempt.fields, key: attempt.key })
    assert.equal(status, 200)
    const { number, code } = answer as { number: string; code: string }
    if (attempt.receipt) assert.deepEqual({ number, code }, attempt.receipt)
    attempt.receipt = { number, code }
  }

  let portal: RunningPortal | undefined
  const start = async () => (portal = await startPortal(data.path))
  t.after(() => portal?.process.kill('SIGKILL'))
  for (let run = 0; run < runs && !t.signal.aborted; run += 1) {
    const doomed = await start()
    const citizen = createCitizen(doomed.url, prove)
    // Whoever saw no answer presses the button again.
    await Promise.all(lost.splice(0).map((attempt) => send(citizen, attempt)))

    let left = randomInt(1, 3 * people)
    const begun = Promise.withResolvers<void>()
    const fileUntilKilled = async () => {
      for (;;) {
        // As the form has one; drawing it would take most of the test's time.
        const key = newIdempotencyKey()
        const title = `第 ${attempts.length} 件`
        const attempt: Attempt = { key, fields: { ...story, title } }
        attempts.push(attempt)
        const sent = send(citizen, attempt)
        if ((left -= 1) === 0) begun.resolve()
        await sent
      }
    }
    const filing = Array.from({ length: people }, () => fileUntilKilled().catch(cutOff))
    await begun.promise
    // Any moment will do, and every run takes another.
    await sleep(Math.random() * 8)
    doomed.process.kill('SIGKILL')
    await Promise.all([...filing, doomed.exited])
    lost.push(...attempts.filter(({ receipt }) => !receipt))
    cut += lost.length
  }

  const revived = await start()
  const citizen = createCitizen(revived.url, prove)
  // All that had no answer, and of the others as many as one address may ask for again at once.
  for (const attempt of [...lost, ...attempts.slice(-40)]) await send(citizen, attempt)
  const stored = await createBureau(revived.url, data.identity, data.token).allPetitions()
  await revived.stop()
  t.diagnostic(
    `${runs} kills, ${attempts.length} petitions, ${cut} of them cut off in the middle and sent again, ` +
      `${stored.length} in the mailbox`,
  )
  assert.ok(cut >= runs / 2, 'too few kills fell into a filing')
  assert.equal(stored.length, attempts.length)
  const byNumber = new Map(stored.map((opened) => [opened.number, opened]))
  assert.equal(byNumber.size, stored.length)
  for (const { fields, receipt } of attempts) {
    const opened = byNumber.get(receipt?.number ?? '') ?? assert.fail('a receipt opens to nothing')
    assert.deepEqual(opened.petition, { ...fields, idNumber: null })
  }
})
