import { argon2, createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { z } from 'zod'

const bytes = (length: number) =>
  z.base64().refine((text) => Buffer.from(text, 'base64').length === length, `须是 ${length} 字节`)

const saltLength = 16
const nonceLength = 12
const identityLength = 74
const tagLength = 16

/**
 * What lets the holder of a query code in, CMS → portal, with every status. Made of the code by a
 * slow hash, so whoever reads it learns neither the code nor the identity that opens statuses.
 */
export const access = z.object({
  salt: bytes(saltLength),
  verifier: bytes(32),
  /** The age identity to which the status is sealed: nonce, AES-256-GCM ciphertext, tag. */
  wrappedIdentity: bytes(nonceLength + identityLength + tagLength),
  /** `codeMark` of a code that the office has made; of others, the portal has it already. */
  mark: z.int().min(0).max(255).optional(),
})
export type Access = z.infer<typeof access>

/** An age X25519 identity: the secret half to which a petition's statuses are sealed. */
export const statusIdentity = z.string().regex(/^AGE-SECRET-KEY-1[A-Z0-9]{58}$/)

/** What the slow hash of a query code gives: proof that a code is right, and the key to the identity. */
export type AccessKeys = { verifier: Buffer; wrappingKey: Buffer }

// RFC 9106 and the usual floor for servers: 19 MiB, two passes, one lane.
const cost = { memory: 19 * 1024, passes: 2, parallelism: 1, tagLength: 32 }
const hash = promisify(argon2)

/** Argon2id (RFC 9106) of the code, then one key a purpose by HKDF (RFC 5869). About 30 ms. */
export async function deriveAccessKeys(code: string, salt: Uint8Array): Promise<AccessKeys> {
  const master = await hash('argon2id', { message: code, nonce: salt, ...cost })
  const expand = (purpose: string) => Buffer.from(hkdfSync('sha256', master, '', purpose, 32))
  return { verifier: expand('verify v1'), wrappingKey: expand('wrap v1') }
}

/** Access for the holder of `code` to what is sealed to `identity`, bound to the receipt number. */
export async function makeAccess(number: string, code: string, identity: string): Promise<Access> {
  const salt = randomBytes(saltLength)
  const { verifier, wrappingKey } = await deriveAccessKeys(code, salt)
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce).setAAD(Buffer.from(number))
  const wrapped = [nonce, cipher.update(identity), cipher.final(), cipher.getAuthTag()]
  return {
    salt: salt.toString('base64'),
    verifier: verifier.toString('base64'),
    wrappedIdentity: Buffer.concat(wrapped).toString('base64'),
  }
}

/** The identity; `null` where what was wrapped is damaged, or belongs to another receipt or code. */
export function unwrapIdentity(
  number: string,
  wrappedIdentity: Uint8Array,
  wrappingKey: Uint8Array,
): string | null {
  const nonce = wrappedIdentity.subarray(0, nonceLength)
  const sealed = wrappedIdentity.subarray(nonceLength, -tagLength)
  try {
    const decipher = createDecipheriv('aes-256-gcm', wrappingKey, nonce)
      .setAAD(Buffer.from(number))
      .setAuthTag(wrappedIdentity.subarray(-tagLength))
    const identity = Buffer.concat([decipher.update(sealed), decipher.final()]).toString('latin1')
    return statusIdentity.safeParse(identity).data ?? null
  } catch {
    return null
  }
}
