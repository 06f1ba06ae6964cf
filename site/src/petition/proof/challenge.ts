import { hkdfSync, randomInt } from 'node:crypto'
import { createChallenge, verifySolution } from 'altcha-lib'
import type { Challenge } from 'altcha-lib/types'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { algorithm, parsePayload } from './payload.ts'

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

/** A challenge that was met. */
export type Met = { id: string; expiresAt: Date }

export type ProofOfWork = {
  /** A challenge for a browser to solve (ALTCHA protocol, version 2). */
  challenge(): Promise<Challenge>
  /** The challenge that a proof meets; `null` where it is wrong, expired or none of ours. */
  check(typed: string): Promise<Met | null>
}

/**
 * Proofs of work under keys that are derived from the pepper by HKDF-SHA-256 (RFC 5869), so that any
 * portal machine takes what another one asked for. Making a challenge costs one derivation of 1,000
 * iterations, checking a proof two HMACs.
 */
export function createProofOfWork(pepper: Uint8Array, now: () => Date): ProofOfWork {
  const secrets = proofSecrets(pepper)
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
    async check(typed) {
      const payload = parsePayload(typed)
      if (!payload) return null
      const { challenge, solution } = payload
      const expiresAt = new Date(challenge.parameters.expiresAt * 1000)
      if (expiresAt <= now()) return null
      const { verified } = await verifySolution({ ...secrets, challenge, solution, deriveKey })
      return verified ? { id: challenge.parameters.nonce, expiresAt } : null
    },
  }
}

/** What signs challenges, and the keys that solve them. */
export function proofSecrets(pepper: Uint8Array) {
  const bytes = Buffer.from(hkdfSync('sha256', pepper, '', 'petition proof v1', 64))
  return {
    hmacSignatureSecret: bytes.toString('hex', 0, 32),
    hmacKeySignatureSecret: bytes.toString('hex', 32),
  }
}
