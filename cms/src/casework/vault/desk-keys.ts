import { createHash, hkdfSync } from 'node:crypto'
import { parseDeskKeys } from '@portal/content/schema/operation/desk-key'

/** One key of the desk: `id` names it in what it has sealed. */
type Key = { id: string; seal: Buffer; index: Buffer }

/** The desk's keys: the current one seals, the others only open what they have sealed. */
export type DeskKeys = { current: Key; all: ReadonlyMap<string, Key> }

function deriveKey(secret: Buffer): Key {
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', secret, '', `petition desk, ${purpose}, version 1`, 32))
  const id = createHash('sha256').update(derive('key id')).digest('hex').slice(0, 8)
  return { id, seal: derive('seal'), index: derive('index') }
}

/**
 * Makes the deskKeys of a key file. What seals and what makes the index are derived apart (HKDF,
 * RFC 5869).
 * @throws DeskKeyError where the file holds no key, or something else
 */
export function readDeskKeys(text: string): DeskKeys {
  const keys = parseDeskKeys(text).map(deriveKey)
  return { current: keys[0] as Key, all: new Map(keys.map((key) => [key.id, key])) }
}
