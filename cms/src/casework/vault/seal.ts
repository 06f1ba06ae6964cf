import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { DeskKeys } from './desk-keys.ts'

/** Where a sealed value belongs; in any other place it does not open. */
export type Place = { type: string; row: string; field: string }

const algorithm = 'aes-256-gcm'
const nonceLength = 12
const tagLength = 16
const form = /^sealed:1:([0-9a-f]{8}):([A-Za-z0-9_-]+)$/

const head = (key: string) => `sealed:1:${key}:`

function bound(key: string, { type, row, field }: Place): Buffer {
  return Buffer.from(JSON.stringify([head(key), type, row, field]))
}

/**
 * Seals a text for one place: AES-256-GCM (NIST SP 800-38D) under the current key, with a nonce of its
 * own. Type, row and field are authenticated with it, so that a value which was moved is noticed.
 */
export function sealText({ current }: DeskKeys, place: Place, text: string): string {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv(algorithm, current.seal, nonce, { authTagLength: tagLength })
  cipher.setAAD(bound(current.id, place))
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final()])
  return head(current.id) + Buffer.concat([sealed, cipher.getAuthTag()]).toString('base64url')
}

/** Opens what was sealed for this place; null where it was not, or no key fits, or it is damaged. */
export function openText({ all }: DeskKeys, place: Place, sealed: string): string | null {
  const [, id = '', body = ''] = form.exec(sealed) ?? []
  const key = all.get(id)
  const bytes = Buffer.from(body, 'base64url')
  if (!key || bytes.length < nonceLength + tagLength) return null
  const nonce = bytes.subarray(0, nonceLength)
  const decipher = createDecipheriv(algorithm, key.seal, nonce, { authTagLength: tagLength })
  decipher.setAAD(bound(id, place))
  decipher.setAuthTag(bytes.subarray(-tagLength))
  try {
    const text = decipher.update(bytes.subarray(nonceLength, -tagLength), undefined, 'utf8')
    return text + decipher.final('utf8')
  } catch {
    return null
  }
}

/** Whether a text was sealed under the key that seals now. */
export function isCurrent({ current }: DeskKeys, text: string): boolean {
  return text.startsWith(head(current.id)) && form.test(text)
}

/**
 * What a name or a telephone number is compared by: the same for every way of writing it, telling
 * nothing without the key (HMAC-SHA-256).
 */
export function exactKey({ current }: DeskKeys, { type, field }: Place, text: string): string {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^(?:0086|86)(?=1\d{10}$)/, '')
  return createHmac('sha256', current.index)
    .update(JSON.stringify([type, field, folded]))
    .digest('base64url')
}
