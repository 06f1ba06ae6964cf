import {
  createCipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto'
import type { Recipient, Stanza } from 'age-encryption'

const chunkBytes = 64 * 1024
const tagBytes = 16

/**
 * Writes a binary age file of bytes that are at hand, on Node's own cryptography. The library's writer
 * makes streams and a buffer of 64 KiB for every file; for letters of two kilobytes that is most of
 * the work and nearly all of the garbage. Format: https://github.com/C2SP/C2SP/blob/main/age.md
 */
export async function writeAgeFile(
  recipients: readonly Recipient[],
  plain: Uint8Array,
): Promise<Uint8Array> {
  const bytes = randomBytes(16)
  const stanzas: Stanza[] = []
  for (const recipient of recipients) stanzas.push(...(await recipient.wrapFileKey(bytes)))
  const fileKey = createSecretKey(bytes)
  const header = writeHeader(stanzas)
  const mac = createHmac('sha256', derive(fileKey, Buffer.alloc(0), 'header')).update(header)
  const nonce = randomBytes(16)
  return Buffer.concat([
    header,
    Buffer.from(` ${unpadded(mac.digest())}\n`),
    nonce,
    ...encryptChunks(derive(fileKey, nonce, 'payload'), plain),
  ])
}

/** The header up to its MAC. A body of a multiple of 48 bytes ends with an empty line. */
function writeHeader(stanzas: readonly Stanza[]): Buffer {
  const lines = ['age-encryption.org/v1']
  for (const { args, body } of stanzas) {
    lines.push(`-> ${args.join(' ')}`)
    for (let at = 0; at <= body.length; at += 48) lines.push(unpadded(body.subarray(at, at + 48)))
  }
  return Buffer.from([...lines, '---'].join('\n'))
}

/** The payload in chunks; each nonce counts them, and its last byte marks the last one. */
function* encryptChunks(key: KeyObject, plain: Uint8Array): Generator<Buffer> {
  const count = Math.max(1, Math.ceil(plain.length / chunkBytes))
  const nonce = Buffer.alloc(12)
  for (let index = 0; index < count; index += 1) {
    nonce.writeUInt32BE(index, 7)
    if (index === count - 1) nonce[11] = 1
    const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: tagBytes })
    yield cipher.update(plain.subarray(index * chunkBytes, (index + 1) * chunkBytes))
    cipher.final()
    yield cipher.getAuthTag()
  }
}

function derive(key: KeyObject, salt: Uint8Array, info: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', key, salt, info, 32)))
}

function unpadded(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/, '')
}
