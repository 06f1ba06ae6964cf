import { createHmac, createSecretKey, randomBytes } from 'node:crypto'

/**
 * Digests of addresses and numbers, so that what one has done can be counted without keeping who it
 * was: by HMAC-SHA-256 (RFC 2104) under a key that dies with the process.
 * @returns 22 characters
 */
export function createKeyedDigest(): (value: string) => string {
  const secret = createSecretKey(randomBytes(32))
  return (value) => createHmac('sha256', secret).update(value).digest('base64url').slice(0, 22)
}
