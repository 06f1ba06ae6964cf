import assert from 'node:assert/strict'
import { it } from 'node:test'
import {
  Decrypter,
  generateHybridIdentity,
  generateX25519Identity,
  identityToRecipient,
} from 'age-encryption'
import fc from 'fast-check'
import { keyLines } from '../../../content/schema/operation/key-lines.ts'
import { createSeal } from '../../../site/src/petition/seal.ts'
import type { Message } from '../../../content/schema/mailbox/message.ts'

const [office, recovery, stranger] = [
  await generateX25519Identity(),
  await generateX25519Identity(),
  await generateX25519Identity(),
]
const recipients = await Promise.all([office, recovery].map((key) => identityToRecipient(key)))
const evaluation: Message = {
  version: 2,
  kind: 'evaluation',
  number: '1234567890123456',
  sentAt: '2026-11-22T09:00:00Z',
  evaluation: { satisfaction: 'satisfied', comment: '很快。' },
}

async function open(sealed: Uint8Array, identity: string): Promise<string> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  return decrypter.decrypt(sealed, 'text')
}

it('seals so that each of the recipients opens it alone, and nobody else', async () => {
  const sealed = await createSeal(recipients)(evaluation)
  for (const identity of [office, recovery]) {
    assert.deepEqual(JSON.parse(await open(sealed, identity)), evaluation)
  }
  await assert.rejects(open(sealed, stranger), /no identity matched/)
})

it('seals to recipients of other kinds beside the plain one', async () => {
  const hybrid = await generateHybridIdentity()
  const seal = createSeal([recipients[0] ?? '', await identityToRecipient(hybrid)])
  const sealed = await seal(evaluation)
  for (const identity of [office, hybrid]) {
    assert.deepEqual(JSON.parse(await open(sealed, identity)), evaluation)
  }
})

it('notices every changed byte', async () => {
  const sealed = await createSeal(recipients)(evaluation)
  await fc.assert(
    fc.asyncProperty(
      fc.nat(sealed.length - 1),
      fc.integer({ min: 1, max: 255 }),
      async (at, by) => {
        const changed = Uint8Array.from(sealed)
        changed[at] = (changed[at] ?? 0) ^ by
        await assert.rejects(open(changed, office))
      },
    ),
  )
})

it('never seals the same twice alike', async () => {
  const seal = createSeal(recipients)
  const [one, two] = [await seal(evaluation), await seal(evaluation)]
  assert.notDeepEqual(one, two)
})

it('refuses a mistyped recipient, and none at all', () => {
  const [first = ''] = recipients
  const mistyped = first.slice(0, -1) + (first.endsWith('q') ? 'p' : 'q')
  for (const bad of [[], [mistyped], [office], ['age1xyz']]) assert.throws(() => createSeal(bad))
})

it('says where a message breaks the schema, without what stands there', async () => {
  const broken = { ...evaluation, number: '13800001234' }
  await assert.rejects(createSeal(recipients)(broken), (error: unknown) => {
    assert.ok(error instanceof TypeError)
    assert.match(error.message, /number/)
    assert.doesNotMatch(error.message, /13800001234/)
    return true
  })
})

it('reads recipients one a line, with comments', () => {
  const [first = '', second = ''] = recipients
  const text = `# 信访局\r\n${first}\r\n\n  ${second}\n# 备用\n`
  assert.deepEqual(keyLines(text), recipients)
})
