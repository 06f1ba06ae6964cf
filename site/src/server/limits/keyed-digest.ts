import { createHmac, createSecretKey, randomBytes } from 'node:crypto'

/**
 * Digests of addresses and numbers, so that what one has done can be counted without keeping who it
 * was: under a key that dies with the process.
 * @returns 22 characters
 */
export function createConceal(): (value: string) => string {
  const secret = createSecretKey(randomBytes(32))
  return (value) => createHmac('sha256', secret).update(value).digest('base64url').slice(0, 22)
}
