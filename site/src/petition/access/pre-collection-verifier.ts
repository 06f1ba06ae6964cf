import { createHmac, randomBytes } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

/**
 * What lets the petitioner in until the office has collected the petition, and to nothing but the
 * word "received". Stored with the receipt; erased when the office brings the first status.
 */
export type PreCollectionVerifier = { salt: Uint8Array; verifier: Uint8Array }

/**
 * The verifier of a code by HMAC-SHA-256 (RFC 2104). Fast, so that filing is not held up by a slow
 * hash; what keeps a copy of the mailbox from being searched for codes is the pepper, which is not
 * in it.
 */
export function preCollectionVerifier(
  pepper: KeyObject,
  number: string,
  code: string,
  salt: Uint8Array,
): Buffer {
  return createHmac('sha256', pepper).update(`early v1 ${number} ${code} `).update(salt).digest()
}

/** A pre-collection verifier with a salt of its own. */
export function createPreCollectionVerifier(
  pepper: KeyObject,
  number: string,
  code: string,
): PreCollectionVerifier {
  const salt = randomBytes(16)
  return { salt, verifier: preCollectionVerifier(pepper, number, code, salt) }
}
