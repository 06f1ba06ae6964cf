import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { z } from 'zod'
import { fieldNames } from '../fields/fields.ts'
import type { TypedFields } from '../fields/fields.ts'

/**
 * What a form holds: all that was typed, checked by nobody, the key of the form, and the name of the
 * step at which its citizen stopped, empty where the form was not asked in steps.
 */
export type Draft = { key: string; typed: TypedFields; step: string }

/** Where a draft lies, and what opens it. Each is of the code and of the portals' secret. */
type DraftKeys = { id: Uint8Array; secret: Uint8Array }

/**
 * The keys of a code. The place is an HMAC (RFC 2104), the secret an HKDF (RFC 5869), both under the
 * pepper: a copy of the mailbox alone can neither be searched for a code nor opened with one.
 */
export function draftKeys(pepper: KeyObject, code: string): DraftKeys {
  return {
    id: createHmac('sha256', pepper).update(`draft v1 ${code}`).digest(),
    secret: new Uint8Array(hkdfSync('sha256', code, pepper.export(), 'draft v1', 32)),
  }
}

const algorithm = 'aes-256-gcm'
const version = 1
const nonceBytes = 12
const tagBytes = 16
/** Lengths are rounded up to this, so that a stored draft tells little of how much was written. */
const grain = 1024

const stored = z.object({
  key: z.string(),
  typed: z.record(z.string(), z.string()),
  step: z.string().default(''),
})

/**
 * Seals a draft by AES-256-GCM (NIST SP 800-38D): version, nonce, tag, ciphertext. The nonce is
 * random: one code seals few drafts, far below the 2³² that a random nonce bears.
 */
export function sealDraft({ id, secret }: DraftKeys, { key, typed, step }: Draft): Uint8Array {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv(algorithm, secret, nonce)
  cipher.setAAD(id)
  const plain = Buffer.from(JSON.stringify({ key, typed, step }))
  // Spaces after a JSON value mean nothing to its reader.
  const padding = Buffer.alloc((grain - (plain.length % grain)) % grain, ' ')
  const body = Buffer.concat([cipher.update(plain), cipher.update(padding), cipher.final()])
  return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), body])
}

/** Opens a draft; `null` where these are not its keys, or the bytes are not as they were sealed. */
export function openDraft({ id, secret }: DraftKeys, sealed: Uint8Array): Draft | null {
  const bytes = Buffer.from(sealed)
  const bodyAt = 1 + nonceBytes + tagBytes
  if (bytes[0] !== version || bytes.length <= bodyAt) return null
  const nonce = bytes.subarray(1, 1 + nonceBytes)
  const decipher = createDecipheriv(algorithm, secret, nonce, { authTagLength: tagBytes })
  decipher.setAAD(id)
  decipher.setAuthTag(bytes.subarray(1 + nonceBytes, bodyAt))
  const plain = decipher.update(bytes.subarray(bodyAt))
  try {
    decipher.final()
  } catch {
    return null
  }
  const { key, typed, step } = stored.parse(JSON.parse(plain.toString('utf8')))
  const fields: TypedFields = {}
  for (const name of fieldNames) if (typed[name] !== undefined) fields[name] = typed[name]
  return { key, typed: fields, step }
}
