import assert from 'node:assert/strict'
import { createSecretKey, randomBytes, randomUUID } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { makeAccess } from '../../../content/schema/mailbox/access.ts'
import { createPreCollectionVerifier } from '../../../site/src/petition/access/pre-collection-verifier.ts'
import {
  deriveSecrets,
  newIdempotencyKey,
} from '../../../site/src/petition/submit/idempotency-key.ts'
import { keyDeriver } from '../../../site/src/petition/access/derive-keys.ts'
import { openMailbox } from '../../../site/src/petition/mailbox/open.ts'
import type { Mailbox } from '../../../site/src/petition/ports.ts'
import { limitConcurrency } from '../../../site/src/petition/concurrency-limit.ts'
import { createLimits } from '../../../site/src/server/limits/limits.ts'
import { createVerify } from '../../../site/src/petition/access/verify.ts'
import type { Verify } from '../../../site/src/petition/access/verify.ts'

describe('letting a petitioner in', () => {
  const pepper = createSecretKey(randomBytes(32))
  const { identity } = deriveSecrets(newIdempotencyKey())
  const [code, otherCode] = ['AAAA2222CCCC', 'CCCC2222AAAA']
  let folder: string
  let mailbox: Mailbox
  let derivations = 0
  let verify: Verify

  const verifier = (withPepper: KeyObject) => {
    const open = keyDeriver(limitConcurrency({ running: 1, waiting: 10 }))
    return createVerify({
      mailbox,
      pepper: withPepper,
      guesses: createLimits(),
      deriveKeys: (tried, salt) => {
        derivations += 1
        assert.equal(salt.length, 16)
        return open(tried, salt)
      },
    })
  }
  /** Files a petition that the office has not collected yet. */
  const file = async (number: string) => {
    const createdAt = new Date()
    await mailbox.file(
      {
        number,
        keyHash: randomBytes(32),
        bodyHash: randomBytes(32),
        preCollection: createPreCollectionVerifier(pepper, number, code),
        mark: null,
        createdAt,
      },
      { id: randomUUID(), number, sealed: randomBytes(9), receivedAt: createdAt },
    )
    return number
  }
  /** Brings a status as the office does, for the holder of a code. */
  const bring = async (
    number: string,
    forCode: string,
    { revision = 1, wrappedFor = number } = {},
  ) => {
    const made = await makeAccess(wrappedFor, forCode, identity)
    const bytes = (text: string) => Buffer.from(text, 'base64')
    const access = {
      salt: bytes(made.salt),
      verifier: bytes(made.verifier),
      wrappedIdentity: bytes(made.wrappedIdentity),
    }
    await mailbox.putStatus(number, { revision, sealed: Buffer.from('sealed'), access })
  }

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'verify-'))
    mailbox = await openMailbox(`sqlite:${join(folder, 'mailbox.db')}`)
    verify = verifier(pepper)
  })
  after(async () => {
    await mailbox.close()
    await rm(folder, { recursive: true })
  })

  it('costs whatever is asked one slow hash, and gives every failure one answer (17)', async () => {
    const waiting = await file('1000000000000001')
    const collected = await file('1000000000000002')
    await bring(collected, code)
    const wrong = [
      { number: waiting, code: otherCode },
      { number: collected, code: otherCode },
      { number: '9999999999999999', code },
      { number: waiting, code: '' },
      { number: 'nonsense', code: '' },
    ]
    for (const typed of wrong) {
      derivations = 0
      assert.deepEqual(await verify(typed), { kind: 'not-found' })
      assert.equal(derivations, 1, JSON.stringify(typed))
    }
    for (const number of [waiting, collected]) {
      derivations = 0
      assert.equal((await verify({ number, code })).kind, 'verified')
      assert.equal(derivations, 1)
    }
  })

  it('lets in to nothing but "received" before the office has collected', async () => {
    const number = await file('1000000000000003')
    const verified = await verify({ number, code })
    assert.ok(verified.kind === 'verified')
    assert.equal(verified.held, null)
  })

  it('knows nobody by the pre-collection verifier without the pepper', async () => {
    const number = await file('1000000000000004')
    const elsewhere = verifier(createSecretKey(randomBytes(32)))
    assert.deepEqual(await elsewhere({ number, code }), { kind: 'not-found' })
  })

  it('gives the identity to whoever holds the code once the office has brought a status', async () => {
    const number = await file('1000000000000005')
    await bring(number, code)
    const verified = await verifier(createSecretKey(randomBytes(32)))({ number, code })
    assert.ok(verified.kind === 'verified')
    assert.equal(verified.held?.identity, identity)
    assert.equal(String(verified.held?.sealed), 'sealed')
  })

  it('takes a new code in the place of the old one', async () => {
    const number = await file('1000000000000006')
    await bring(number, code)
    await bring(number, otherCode, { revision: 2 })
    assert.deepEqual(await verify({ number, code }), { kind: 'not-found' })
    assert.equal((await verify({ number, code: otherCode })).kind, 'verified')
  })

  it('takes a new code also where the old one was never collected', async () => {
    const number = await file('1000000000000007')
    await bring(number, otherCode)
    assert.deepEqual(await verify({ number, code }), { kind: 'not-found' })
  })

  it('opens nothing that was wrapped for another receipt (23)', async () => {
    const number = await file('1000000000000008')
    await bring(number, code, { wrappedFor: '1000000000000005' })
    const verified = await verify({ number, code })
    assert.ok(verified.kind === 'verified')
    assert.deepEqual(verified.held?.identity, null)
  })
})
