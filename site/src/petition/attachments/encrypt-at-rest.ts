import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Encrypts bytes of one file while they rest on the portal; `place` binds them to where they belong. */
export type AtRestCipher = {
  encrypt(plain: Uint8Array, place: string): Buffer
  /** @throws when the bytes are damaged, of another file or of another place */
  decrypt(encrypted: Uint8Array, place: string): Buffer
}

const nonceLength = 12
const tagLength = 16
/** What encrypting adds to the length. */

/**
 * AES-256-GCM under a key of the form's key and the file's id, by HKDF-SHA-256 (RFC 5869). The
 * form's key never rests on the portal, so whoever has the mailbox cannot read a file under way. A
 * part that is sent twice is encrypted twice, so every nonce is drawn anew.
 */
export function createAtRestCipher(formKey: string, id: string): AtRestCipher {
  const key = Buffer.from(hkdfSync('sha256', formKey, id, 'petition attachment v1', 32))
  return {
    encrypt(plain, place) {
      const nonce = randomBytes(nonceLength)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    },
    decrypt(encrypted, place) {
      const nonce = encrypted.subarray(0, nonceLength)
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
        .setAAD(Buffer.from(place))
        .setAuthTag(encrypted.subarray(encrypted.length - tagLength))
      const body = encrypted.subarray(nonceLength, encrypted.length - tagLength)
      return Buffer.concat([decipher.update(body), decipher.final()])
    },
  }
}
