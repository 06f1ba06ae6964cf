import { argon2, createHash, hkdfSync } from 'node:crypto'
import { promisify } from 'node:util'
import { bech32 } from '@scure/base'
import type { Slots } from './slots.ts'

/** What the query code opens, once the slow hash is paid for. */
export type Keyring = {
  /** Stored with the receipt; says whether a code is the right one and nothing else. */
  verifier: Buffer
  /** The age identity to which this petition's statuses are sealed. */
  identity: string
  /** The message id of the petitioner's one evaluation of one reply: a second one collides with it. */
  evaluationId(reply: string): string
}

/** Turns a query code into its keyring. @throws Unavailable when too many are waiting. */
export type OpenKeyring = (code: string, salt: Uint8Array) => Promise<Keyring>

// RFC 9106 and the usual floor for servers: 19 MiB, two passes, one lane.
const cost = { memory: 19 * 1024, passes: 2, parallelism: 1, tagLength: 32 }
const hash = promisify(argon2)

/** Keyrings by Argon2id (RFC 9106) and HKDF (RFC 5869), no more at a time than `slots` allow. */
export function keyringOpener(slots: Slots): OpenKeyring {
  return (code, salt) =>
    slots.run(async () => {
      const master = await hash('argon2id', { message: code, nonce: salt, ...cost })
      const expand = (purpose: string) =>
        new Uint8Array(hkdfSync('sha256', master, '', purpose, 32))
      return {
        verifier: createHash('sha256').update(expand('verify')).digest(),
        identity: bech32.encodeFromBytes('AGE-SECRET-KEY-', expand('status')).toUpperCase(),
        evaluationId: (reply) => uuid(expand(`evaluation ${reply}`)),
      }
    })
}

/** A version 8 UUID (RFC 9562: content by the application) of the first 16 bytes. */
function uuid(bytes: Uint8Array): string {
  const octets = bytes.slice(0, 16)
  octets[6] = ((octets[6] ?? 0) & 0x0f) | 0x80
  octets[8] = ((octets[8] ?? 0) & 0x3f) | 0x80
  return Buffer.from(octets)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
