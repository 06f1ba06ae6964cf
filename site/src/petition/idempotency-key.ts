import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Petition } from '@portal/content/schema/petition'
import { encodeQueryCode } from './query-code.ts'

/**
 * A form's idempotency key: 128 random bits, base64url, made when the form is rendered. It never
 * rests on the portal: the query code is derived from it, so whoever still has the form can be
 * shown the same receipt again, and whoever has the mailbox cannot.
 */
export function newIdempotencyKey(): string {
  return randomBytes(16).toString('base64url')
}

/** The key as posted; `null` where it is not one that `newIdempotencyKey` could have made. */
export function parseIdempotencyKey(typed: string): string | null {
  const bytes = Buffer.from(typed, 'base64url')
  return bytes.length === 16 && bytes.toString('base64url') === typed ? typed : null
}

/** What the mailbox keeps of a key, to know it again. */
export function hashKey(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}

/**
 * What the mailbox keeps of a petition's content, to know it again. Keyed: a plain hash would let a
 * reader of the mailbox confirm a guess at what was filed.
 */
export function hashBody(key: string, petition: Petition): Buffer {
  return createHmac('sha256', expand(key, 'body v1')).update(JSON.stringify(petition)).digest()
}

/** The query code of the petition filed under this key. */
export function codeOfKey(key: string): string {
  return encodeQueryCode(expand(key, 'query code v1'))
}

function expand(key: string, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, '', purpose, 32))
}
