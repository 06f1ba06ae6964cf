import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Hides bytes of one file while they rest on the portal; `place` binds them to where they belong. */
export type Concealer = {
  conceal(plain: Uint8Array, place: string): Buffer
  /** @throws when the bytes are damaged, of another file or of another place */
  reveal(concealed: Uint8Array, place: string): Buffer
}

const nonceLength = 12
const tagLength = 16
/** What concealing adds to the length. */
export const concealedOverhead = nonceLength + tagLength

/**
 * AES-256-GCM under a key of the form's key and the file's id, by HKDF-SHA-256 (RFC 5869). The
 * form's key never rests on the portal, so whoever has the mailbox cannot read a file under way. A
 * part that is sent twice is concealed twice, so every nonce is drawn anew.
 */
export function createConcealer(formKey: string, id: string): Concealer {
  const key = Buffer.from(hkdfSync('sha256', formKey, id, 'petition attachment v1', 32))
  return {
    conceal(plain, place) {
      const nonce = randomBytes(nonceLength)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    },
    reveal(concealed, place) {
      const nonce = concealed.subarray(0, nonceLength)
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
        .setAAD(Buffer.from(place))
        .setAuthTag(concealed.subarray(concealed.length - tagLength))
      const body = concealed.subarray(nonceLength, concealed.length - tagLength)
      return Buffer.concat([decipher.update(body), decipher.final()])
    },
  }
}
