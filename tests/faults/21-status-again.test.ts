import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import fc from 'fast-check'
import { visibleText } from '../support/portal/citizen.ts'
import { createBureau } from '../support/portal/bureau.ts'
import { startIntake } from '../support/portal/intake.ts'
import type { Filed, Intake } from '../support/portal/intake.ts'

let intake: Intake
before(async () => {
  intake = await startIntake()
})
after(() => intake.stop())

const unitOf = (revision: number) => `第 ${revision} 版的承办单位`
const push = (digits: string, revision: number) =>
  intake.bureau.push(digits, { revision, state: 'accepted', unit: unitOf(revision) })

/** The revision that the citizen is shown. */
async function shown({ number, code }: Filed): Promise<number> {
  const words = visibleText(await intake.citizen.track(number, code))
  return Number(/第 (\d+) 版的承办单位/.exec(words)?.[1] ?? 0)
}

it('takes a status that is pushed twice as one (21)', async () => {
  const filed = await intake.file()
  for (let count = 0; count < 3; count += 1) {
    const answer = await push(filed.digits, 4)
    assert.deepEqual([answer.status, await answer.json()], [200, { revision: 4 }])
  }
  assert.equal(await shown(filed), 4)
  const at = await Promise.all(Array.from({ length: 10 }, () => push(filed.digits, 5)))
  for (const answer of at) assert.equal(answer.status, 200)
  assert.equal(await shown(filed), 5)
})

it('never shows an older status after a newer one, whatever order they come in (21)', async () => {
  const filed = await intake.file()
  let held = 0
  const orders = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(orders, async (revisions) => {
      const { digits } = filed
      let newest = held
      for (const revision of revisions) {
        newest = Math.max(newest, held + revision)
        const answer = await push(digits, held + revision)
        assert.deepEqual([answer.status, await answer.json()], [200, { revision: newest }])
      }
      held = newest
      assert.equal(await shown(filed), newest)
    }),
    { numRuns: 6 },
  )
})

it('keeps the greatest of many that come at once (21)', async () => {
  const one = await intake.file()
  const revisions = Array.from({ length: 20 }, (_, index) => ((index * 7) % 20) + 1)
  await Promise.all(revisions.map((revision) => push(one.digits, revision)))
  assert.equal(await shown(one), 20)
})

it('answers 401 to whoever does not hold the token, and changes nothing (21)', async () => {
  const { data, portal } = intake
  const one = await intake.file()
  await push(one.digits, 1)
  const statuses = `${portal.url}/mailbox/statuses/${one.digits}`
  const body = JSON.stringify({ revision: 9, sealed: '', access: {} })
  const authorizations = [
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'Bearer x',
    `Bearer ${data.token}x`,
    `Bearer ${data.token.slice(1)}`,
    `bearer${data.token}`,
    `Basic ${data.token}`,
    data.token,
  ]
  for (const authorization of authorizations) {
    const answer = await fetch(statuses, {
      method: 'PUT',
      body,
      headers: {
        'content-type': 'application/json',
        ...(authorization !== undefined && { authorization }),
      },
    })
    assert.equal(answer.status, 401, String(authorization))
  }
  // A petitioner's own secrets are no token either, and the same token must come every time.
  const forger = createBureau(portal.url, data.identity, 'x'.repeat(data.token.length))
  await assert.rejects(forger.push(one.digits, { revision: 9 }))
  assert.equal(
    (await fetch(`${statuses}?token=${data.token}`, { method: 'PUT', body })).status,
    401,
  )
  assert.equal(await shown(one), 1)
})

it('shows nothing of a status that is not the office’s, even where it came with the token (21)', async () => {
  const { citizen, bureau } = intake
  const one = await intake.file()
  const encrypter = new Encrypter()
  encrypter.addRecipient(await identityToRecipient(await generateX25519Identity()))
  const forged = await encrypter.encrypt(JSON.stringify({ unit: '假冒的单位' }))
  assert.equal((await bureau.pushSealed(one.digits, 7, forged)).status, 200)
  const words = visibleText(await citizen.track(one.number, one.code))
  assert.match(words, /进度暂时显示不出来/)
  assert.ok(!words.includes('假冒'))
  await push(one.digits, 8)
  assert.equal(await shown(one), 8)
})
