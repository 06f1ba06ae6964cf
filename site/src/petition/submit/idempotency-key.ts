import { createHmac, createSecretKey, hash, hkdfSync, randomBytes } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { bech32 } from '@scure/base'
import type { Attachment } from '@portal/content/schema/petition/attachment'
import type { Petition } from '@portal/content/schema/petition/petition'
import { encodeQueryCode } from '@portal/content/schema/mailbox/query-code'

/**
 * A form's idempotency key: 128 random bits, base64url, made when the form is rendered. It never
 * rests on the portal: query code and status identity are derived from it, so whoever still has the
 * form can be shown the same receipt again, and whoever has the mailbox cannot.
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
  return hash('sha256', key, 'buffer')
}

/** What a form's key stands for; none of it can be told from another part or from `hashKey`. */
type FormSecrets = {
  /** The query code on the receipt. */
  code: string
  /**
   * The age identity to which the statuses are sealed. Of the key, never of the code: the code is
   * short, and a stranger could try codes until one opens a status.
   */
  identity: string
  /** For `hashBody`. */
  bodyKey: KeyObject
}

/** Derives everything from a key: one expansion by HKDF-SHA-256 (RFC 5869), cut into parts. */
export function deriveSecrets(key: string): FormSecrets {
  const bytes = new Uint8Array(hkdfSync('sha256', key, '', 'petition form v1', 96))
  return {
    code: encodeQueryCode(bytes.subarray(0, 32)),
    identity: bech32.encodeFromBytes('AGE-SECRET-KEY-', bytes.subarray(32, 64)).toUpperCase(),
    bodyKey: createSecretKey(bytes.subarray(64)),
  }
}

/**
 * What the mailbox keeps of a petition's content, to know it again. Keyed: a plain hash would let a
 * reader of the mailbox confirm a guess at what was filed. Of the files it counts what they are, not
 * the ids that they were given: a form sent again may bring them anew.
 */
export function hashBody(
  bodyKey: KeyObject,
  petition: Petition,
  attachments: readonly Attachment[] = [],
): Buffer {
  const hmac = createHmac('sha256', bodyKey).update(JSON.stringify(petition))
  const files = attachments.map(({ name, sha256 }) => `\0${sha256} ${name}`).sort()
  for (const file of files) hmac.update(file)
  return hmac.digest()
}
