import { createHmac, createSecretKey, pbkdf2Sync, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { Challenge } from 'altcha-lib/types'
import { dataLayout } from '../../../content/schema/operation/data-layout.ts'
import { proofSecrets } from '../../../site/src/petition/submit/proof/challenge.ts'

/** A proof of work as the form's script makes it: asks the portal for a challenge and solves it. */
export async function solveProof(url: string): Promise<string> {
  const challenge = (await (await fetch(`${url}/petition/challenge/`)).json()) as Challenge
  const solution = await solveChallenge({ challenge, deriveKey })
  return encode({ challenge, solution })
}

/** The pepper of a data folder. */
export function readPepper(dataDir: string): Buffer {
  return Buffer.from(readFileSync(dataLayout(dataDir).pepper, 'utf8').trim(), 'base64url')
}

/**
 * Makes proofs without the work, by the portal's own secret: for tests that file more than they could
 * solve, and for expired ones. The portal checks them as any other.
 * @param expiresIn seconds from now; below zero for one that is over
 */
export function proofMaker(pepper: Uint8Array): (expiresIn?: number) => string {
  const { hmacSignatureSecret, hmacKeySignatureSecret } = proofSecrets(createSecretKey(pepper))
  const hmac = (secret: string, data: string | Buffer) =>
    createHmac('sha256', secret).update(data).digest('hex')
  return (expiresIn = 600) => {
    const [nonce, salt, counter] = [randomBytes(16), randomBytes(16), Buffer.alloc(4)]
    const derived = pbkdf2Sync(Buffer.concat([nonce, counter]), salt, 1, 32, 'sha256')
    // The signature is over the parameters in the order of their names.
    const parameters = {
      algorithm: 'PBKDF2/SHA-256',
      cost: 1,
      expiresAt: Math.floor(Date.now() / 1000) + expiresIn,
      keyLength: 32,
      keyPrefix: derived.toString('hex', 0, 16),
      keySignature: hmac(hmacKeySignatureSecret, derived),
      nonce: nonce.toString('hex'),
      salt: salt.toString('hex'),
    }
    const signature = hmac(hmacSignatureSecret, JSON.stringify(parameters))
    const solution = { counter: 0, derivedKey: derived.toString('hex') }
    return encode({ challenge: { parameters, signature }, solution })
  }
}

function encode(payload: object): string {
  return Buffer.from(JSON.stringify(payload)).toString('base64url')
}
