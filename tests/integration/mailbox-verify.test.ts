import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { createAttempts } from '../../site/src/petition/attempts.ts'
import { keyringOpener } from '../../site/src/petition/keyring.ts'
import { openMailbox } from '../../site/src/petition/mailbox/open.ts'
import type { Mailbox } from '../../site/src/petition/ports.ts'
import { createSlots } from '../../site/src/petition/slots.ts'
import { createVerify } from '../../site/src/petition/verify.ts'

describe('letting a petitioner in', () => {
  let folder: string
  let mailbox: Mailbox
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'verify-'))
    mailbox = await openMailbox(`sqlite:${join(folder, 'mailbox.db')}`)
  })
  after(async () => {
    await mailbox.close()
    await rm(folder, { recursive: true })
  })

  it('costs a wrong number, a wrong code and nonsense the same work (17)', async () => {
    const open = keyringOpener(createSlots({ running: 1, waiting: 10 }))
    const salt = new Uint8Array(16).fill(7)
    const number = '1234567890123456'
    const { verifier } = await open('RIGHTCODE', salt)
    await mailbox.file(
      {
        number,
        keyHash: new Uint8Array(32).fill(1),
        bodyHash: new Uint8Array(32).fill(2),
        salt,
        verifier,
        createdAt: new Date(),
      },
      { id: crypto.randomUUID(), number, sealed: new Uint8Array([1]), receivedAt: new Date() },
    )
    let derivations = 0
    const verify = createVerify({
      mailbox,
      attempts: createAttempts({
        burst: 10,
        refillSeconds: 30,
        capacity: 100,
        now: () => new Date(),
      }),
      openKeyring: (code, with16Bytes) => {
        derivations += 1
        assert.equal(with16Bytes.length, 16)
        return open(code, with16Bytes)
      },
    })
    const wrong = [
      { number, code: 'AAAA-AAAA-AAAA' },
      { number: '9999999999999999', code: 'AAAA-AAAA-AAAA' },
      { number: 'nonsense', code: '' },
    ]
    for (const typed of wrong) {
      derivations = 0
      assert.deepEqual(await verify(typed), { kind: 'not-found' })
      assert.equal(derivations, 1, JSON.stringify(typed))
    }
  })
})
