import { createHmac, createSecretKey, hkdfSync, randomInt, timingSafeEqual } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { createChallenge } from 'altcha-lib'
import type { Challenge } from 'altcha-lib/types'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { Spending } from '../../ports.ts'
import { algorithm, parsePayload, signedParameters } from './payload.ts'

/** Seconds that a challenge can be used. Who writes for longer is given another in the background. */
export const lifetime = 20 * 60

/** Iterations of PBKDF2 for each counter that is tried. */
const cost = 1_000

/**
 * The counter to be found lies in this range, so that no telephone is unlucky: 400,000 iterations at
 * the most. A processor of 2015 without instructions for SHA-256 does at least 200,000 a second, a
 * desktop two million.
 */
const counters = [200, 400] as const

export type ProofOfWork = {
  /** A challenge for a browser to solve (ALTCHA protocol, version 2). */
  challenge(): Promise<Challenge>
  /** The challenge that a proof meets; `null` where it is wrong, expired or none of ours. */
  check(typed: string): Spending | null
}

/**
 * Proofs of work under keys that are derived from the pepper by HKDF-SHA-256 (RFC 5869), so that any
 * portal machine takes what another one asked for. Making a challenge costs one derivation of 1,000
 * iterations, checking a proof two HMACs. They are checked here and not by the library, which goes
 * through WebCrypto and takes a tenth of all that filing costs.
 */
export function createProofOfWork(pepper: KeyObject, now: () => Date): ProofOfWork {
  const secrets = proofSecrets(pepper)
  const ofChallenge = createSecretKey(secrets.hmacSignatureSecret, 'utf8')
  const ofSolution = createSecretKey(secrets.hmacKeySignatureSecret, 'utf8')
  return {
    challenge: () =>
      createChallenge({
        ...secrets,
        algorithm,
        cost,
        counter: randomInt(counters[0], counters[1] + 1),
        deriveKey,
        expiresAt: Math.floor(now().getTime() / 1000) + lifetime,
      }),
    check(typed) {
      const payload = parsePayload(typed)
      if (!payload) return null
      const { challenge, solution } = payload
      const expiresAt = new Date(challenge.parameters.expiresAt * 1000)
      if (expiresAt <= now()) return null
      const { parameters, signature } = challenge
      const derived = Buffer.from(solution.derivedKey, 'hex')
      const isOurs = isSignature(signature, ofChallenge, signedParameters(parameters))
      const isSolved = isSignature(parameters.keySignature, ofSolution, derived)
      return isOurs && isSolved ? { challenge: parameters.nonce, expiresAt } : null
    },
  }
}

/** Whether `signature`, 32 bytes in hex, is the HMAC-SHA-256 of `data` (RFC 2104). */
function isSignature(signature: string, key: KeyObject, data: string | Buffer): boolean {
  const right = createHmac('sha256', key).update(data).digest()
  return timingSafeEqual(right, Buffer.from(signature, 'hex'))
}

/** What signs challenges, and the keys that solve them. */
export function proofSecrets(pepper: KeyObject) {
  const bytes = Buffer.from(hkdfSync('sha256', pepper, '', 'petition proof v1', 64))
  return {
    hmacSignatureSecret: bytes.toString('hex', 0, 32),
    hmacKeySignatureSecret: bytes.toString('hex', 32),
  }
}
