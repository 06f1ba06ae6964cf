import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import Database from 'better-sqlite3'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import fc from 'fast-check'
import { openMessage } from '../../cms/src/casework/mailbox/open-message.ts'
import { createSeal } from '../../site/src/petition/seal.ts'
import { visibleText } from '../support/portal/citizen.ts'
import { startIntake } from '../support/portal/intake.ts'
import type { Intake } from '../support/portal/intake.ts'

describe('a damaged message (23)', () => {
  const number = '1234567890123456'
  const evaluation = { satisfaction: 'satisfied', comment: '金丝雀' } as const
  const message = {
    version: 2,
    kind: 'evaluation',
    number,
    sentAt: '2026-11-22T01:00:00.000Z',
    evaluation,
  } as const
  let identity: string
  let sealed: Uint8Array
  before(async () => {
    identity = await generateX25519Identity()
    sealed = await createSeal([await identityToRecipient(identity)])(message)
  })
  const open = (bytes: Uint8Array, identities = [identity], outside = number) =>
    openMessage(bytes, outside, identities)
  const assertClosed = async (bytes: Uint8Array) => {
    const opened = await open(bytes)
    assert.ok(!opened.ok)
    assert.doesNotMatch(opened.reason, /金丝雀|1234567890123456/)
  }

  it('opens whole, also with the key of before beside the key of now', async () => {
    assert.deepEqual(await open(sealed), { ok: true, message })
    assert.ok((await open(sealed, [await generateX25519Identity(), identity])).ok)
  })

  it('never opens with any bit turned', async () => {
    const bit = fc.record({ place: fc.nat(), bit: fc.nat(7) })
    await fc.assert(
      fc.asyncProperty(bit, async ({ place, bit }) => {
        const flipped = Uint8Array.from(sealed)
        const at = place % flipped.length
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit)
        await assertClosed(flipped)
      }),
      { numRuns: 200 },
    )
  })

  it('never opens cut off, grown, emptied or put together of others', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 1), (length) =>
        assertClosed(sealed.subarray(0, length)),
      ),
      { numRuns: 100 },
    )
    await assertClosed(Buffer.concat([sealed, Buffer.from([0])]))
    await assertClosed(Buffer.concat([sealed, sealed]))
    await assertClosed(new Uint8Array(sealed.length))
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), assertClosed), {
      numRuns: 100,
    })
  })

  it('is told from one sealed to another key, and from one of another receipt', async () => {
    const stranger = await open(sealed, [await generateX25519Identity()])
    assert.deepEqual(stranger, { ok: false, reason: '打不开：密钥不符或内容损坏' })
    const swapped = await open(sealed, [identity], '9999999999999999')
    assert.deepEqual(swapped, { ok: false, reason: '编号与信封不符' })
  })
})

describe('a damaged status (23)', () => {
  let intake: Intake
  before(async () => {
    intake = await startIntake()
  })
  after(() => intake.stop())

  it('is said to be so, nothing of it is shown, and the others go on', async () => {
    const { citizen, data, bureau, file } = intake
    const [mine, other] = [await file(), await file()]
    await bureau.push(other.digits, { revision: 1, state: 'closed' })
    await bureau.push(mine.digits, { revision: 1, state: 'registered' })
    const database = new Database(join(data.path, 'portal', 'mailbox.db'))
    const read = database.prepare('select sealed from statuses where number = ?')
    const write = database.prepare('update statuses set sealed = ? where number = ?')
    const sealedOf = (digits: string) => (read.get(digits) as { sealed: Buffer }).sealed
    const whole = sealedOf(mine.digits)
    const flipped = Buffer.from(whole)
    flipped[flipped.length - 5] = (flipped[flipped.length - 5] ?? 0) ^ 1
    const damages = [
      sealedOf(other.digits),
      whole.subarray(0, 100),
      flipped,
      Buffer.from('nonsense'),
      Buffer.alloc(0),
    ]
    for (const damaged of damages) {
      write.run(damaged, mine.digits)
      const page = await citizen.track(mine.number, mine.code)
      assert.match(visibleText(page), /进度暂时显示不出来/)
      assert.match(visibleText(await citizen.track(other.number, other.code)), /办结/)
    }
    write.run(whole, mine.digits)
    database.close()
    assert.match(visibleText(await citizen.track(mine.number, mine.code)), /信访局已经登记/)
  })

  it('cannot be opened by swapping what lets people in', async () => {
    const { citizen, data, bureau, file } = intake
    const [mine, other] = [await file(), await file()]
    for (const { digits } of [mine, other])
      await bureau.push(digits, { revision: 1, title: '只给本人看的标题' })
    const database = new Database(join(data.path, 'portal', 'mailbox.db'))
    database
      .prepare(
        `update statuses set (salt, verifier, wrapped_identity) =
           (select salt, verifier, wrapped_identity from statuses where number = ?) where number = ?`,
      )
      .run(mine.digits, other.digits)
    database.close()
    const page = await citizen.track(other.number, mine.code)
    assert.ok(!page.html.includes('只给本人看的标题'))
    assert.match(visibleText(await citizen.track(mine.number, mine.code)), /只给本人看的标题/)
  })
})
