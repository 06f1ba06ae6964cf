import { createHash, hkdfSync } from 'node:crypto'

/** One key of the desk: `id` names it in what it has sealed. */
type Key = { id: string; seal: Buffer; index: Buffer }

/** The desk's keys: the current one seals, the others only open what they have sealed. */
export type Keyring = { current: Key; all: ReadonlyMap<string, Key> }

/** A key file that holds no key, or something else; the message names no part of a key. */
export class KeyringError extends Error {
  override name = 'KeyringError'
}

function deriveKey(line: string): Key {
  const secret = Buffer.from(line, 'base64url')
  if (secret.length !== 32 || secret.toString('base64url') !== line) {
    throw new KeyringError('有一行不是密钥')
  }
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', secret, '', `petition desk, ${purpose}, version 1`, 32))
  const id = createHash('sha256').update(derive('key id')).digest('hex').slice(0, 8)
  return { id, seal: derive('seal'), index: derive('index') }
}

/**
 * Reads the desk's keys: 32 bytes in base64url a line, the newest first; `#` starts a comment. What
 * seals and what makes the index are derived apart (HKDF, RFC 5869).
 * @throws KeyringError where there is none, or a line is none
 */
export function readKeyring(text: string): Keyring {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  const keys = lines.map(deriveKey)
  const [current] = keys
  if (!current) throw new KeyringError('没有密钥')
  return { current, all: new Map(keys.map((key) => [key.id, key])) }
}
