import assert from 'node:assert/strict'
import { createSecretKey, randomBytes } from 'node:crypto'
import { it } from 'node:test'
import { solveChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import fc from 'fast-check'
import {
  createProofOfWork,
  lifetime,
  proofSecrets,
} from '../../../site/src/petition/submit/proof/challenge.ts'
import { parsePayload } from '../../../site/src/petition/submit/proof/payload.ts'
import { proofMaker } from '../../support/portal/proof.ts'

const pepper = randomBytes(32)
const now = () => new Date()
const secret = createSecretKey(pepper)
const portal = createProofOfWork(secret, now)
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64')
const decode = (proof: string) => JSON.parse(Buffer.from(proof, 'base64').toString())

/** What the library that hands out the challenges says of a proof. */
async function isGoodToLibrary(payload: ReturnType<typeof decode>): Promise<boolean> {
  const { verified } = await verifySolution({ ...payload, ...proofSecrets(secret), deriveKey })
  return verified
}

it('takes what a browser finds, and at any portal that has the same pepper', async () => {
  const challenge = await portal.challenge()
  const solution = await solveChallenge({ challenge, deriveKey })
  const proof = encode({ challenge, solution })
  const met = createProofOfWork(secret, now).check(proof)
  assert.equal(met?.challenge, challenge.parameters.nonce)
  const stranger = createSecretKey(randomBytes(32))
  assert.equal(createProofOfWork(stranger, now).check(proof), null)
  const later = () => new Date(Date.now() + lifetime * 1000)
  assert.equal(createProofOfWork(secret, later).check(proof), null)
})

it('takes nothing that was changed, in whatever place', async () => {
  const proof = proofMaker(pepper)()
  assert.ok(portal.check(proof))
  assert.ok(await isGoodToLibrary(decode(proof)))
  const changes: [string, (payload: ReturnType<typeof decode>) => void][] = [
    ['a later end', ({ challenge }) => (challenge.parameters.expiresAt += 600)],
    ['no end', ({ challenge }) => delete challenge.parameters.expiresAt],
    ['less work', ({ challenge }) => (challenge.parameters.keyPrefix = '0'.repeat(32))],
    ['another challenge', ({ challenge }) => (challenge.parameters.nonce = 'a'.repeat(32))],
    ['other data', ({ challenge }) => (challenge.parameters.data = { id: 1 })],
    ['no signature', ({ challenge }) => delete challenge.signature],
    ['another key', ({ solution }) => (solution.derivedKey = 'a'.repeat(64))],
    ['a wrong algorithm', ({ challenge }) => (challenge.parameters.algorithm = 'SHA-256')],
  ]
  for (const [what, change] of changes) {
    const payload = decode(proof)
    change(payload)
    assert.equal(portal.check(encode(payload)), null, what)
    assert.ok(!(await isGoodToLibrary(payload)), what)
  }
})

it('refuses anything else without an exception', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string(),
        fc.json().map((text) => Buffer.from(text).toString('base64')),
      ),
      async (typed) => {
        assert.equal(parsePayload(typed), null)
        assert.equal(portal.check(typed), null)
      },
    ),
  )
  const proof = proofMaker(pepper)()
  assert.equal(parsePayload(proof + ' '.repeat(2_000)), null)
})

it('asks for work within narrow bounds, so that no telephone is unlucky', async () => {
  const challenge = await portal.challenge()
  const solution = await solveChallenge({ challenge, deriveKey })
  assert.ok(solution)
  const iterations = (solution.counter + 1) * challenge.parameters.cost
  assert.ok(iterations >= 200_000 && iterations <= 401_000, String(iterations))
})
