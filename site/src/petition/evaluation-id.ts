import { hkdfSync } from 'node:crypto'
import type { Status } from '@portal/content/schema/status'

/**
 * The message id of the petitioner's evaluation of the present reply: a second one collides with it,
 * a later reply may be evaluated anew. Whoever has the mailbox cannot tell which petition it is of.
 */
export function evaluationId(identity: string, status: Status): string {
  const purpose = `evaluation ${status.reply?.deliveredOn ?? 'none'}`
  return uuid(new Uint8Array(hkdfSync('sha256', identity, '', purpose, 16)))
}

/** A version 8 UUID (RFC 9562: content by the application) of 16 bytes. */
function uuid(bytes: Uint8Array): string {
  const octets = bytes.slice(0, 16)
  octets[6] = ((octets[6] ?? 0) & 0x0f) | 0x80
  octets[8] = ((octets[8] ?? 0) & 0x3f) | 0x80
  return Buffer.from(octets)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
