import assert from 'node:assert/strict'
import { it } from 'node:test'
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { StatusDamaged, openStatus } from '../../../site/src/petition/track/open-status.ts'
import { statusWith } from '../../support/portal/status.ts'

const number = '1234567890123456'
async function sealAndOpen(content: unknown) {
  const identity = await generateX25519Identity()
  const encrypter = new Encrypter()
  encrypter.addRecipient(await identityToRecipient(identity))
  return openStatus(await encrypter.encrypt(JSON.stringify(content)), identity, number)
}

it('opens to what was sealed', async () => {
  const today = statusWith({ may: { withdraw: true } })
  assert.deepEqual(await sealAndOpen(today), today)
})

it('is damaged where it is another petition’s, or breaks the schema', async () => {
  const today = statusWith({})
  for (const content of [
    { ...today, version: 3 },
    { ...today, may: undefined },
    { ...today, clocks: undefined },
    { ...today, number: '9999999999999999' },
  ]) {
    await assert.rejects(sealAndOpen(content), StatusDamaged)
  }
})
