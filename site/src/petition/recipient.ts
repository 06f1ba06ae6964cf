import {
  createCipheriv,
  createPublicKey,
  createSecretKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
} from 'node:crypto'
import { bech32 } from '@scure/base'
import { Stanza } from 'age-encryption'
import type { Recipient } from 'age-encryption'

/** The DER prefix of an X25519 public key (RFC 8410); the 32 bytes follow. */
const spki = Buffer.from('302a300506032b656e032100', 'hex')

/** Whether a recipient is of age's plain kind; others begin with `age1` and a word. */
export function isX25519(text: string): boolean {
  return /^age1[a-z0-9]{58}$/.test(text)
}

/**
 * An age X25519 recipient on Node's own cryptography, for the library's `Encrypter`: the library's
 * own goes through WebCrypto, where every step is a task of its own, and costs twice as much.
 * @throws when `text` is not a recipient of this kind, or mistyped
 */
export function x25519Recipient(text: string): Recipient {
  const { bytes: theirs } = bech32.decodeToBytes(text)
  const publicKey = createPublicKey({
    key: Buffer.concat([spki, theirs]),
    format: 'der',
    type: 'spki',
  })
  return {
    // https://github.com/C2SP/C2SP/blob/main/age.md, "The X25519 recipient type"
    wrapFileKey(fileKey) {
      const ephemeral = generateKeyPairSync('x25519')
      // As a JWK, for writing DER takes Node as long as making the key.
      const { x = '' } = ephemeral.publicKey.export({ format: 'jwk' })
      const share = Buffer.from(x, 'base64url')
      // Keys go as key objects: Node takes long to find out that bytes are none.
      const secret = createSecretKey(diffieHellman({ privateKey: ephemeral.privateKey, publicKey }))
      const salt = Buffer.concat([share, theirs])
      const key = createSecretKey(
        Buffer.from(hkdfSync('sha256', secret, salt, 'age-encryption.org/v1/X25519', 32)),
      )
      // The key is used for this one thing, so the nonce is zero.
      const cipher = createCipheriv('chacha20-poly1305', key, Buffer.alloc(12), {
        authTagLength: 16,
      })
      const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()])
      return [new Stanza(['X25519', share.toString('base64').replace('=', '')], body)]
    },
  }
}
