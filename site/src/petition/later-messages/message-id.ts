import { hash, hkdfSync } from 'node:crypto'
import type { Status } from '@portal/content/schema/petition/status'

/** What a status offers once, and so may be sent once. */
export type OnceKind = 'evaluation' | 'withdrawal' | 'appeal'

/**
 * The id of the message by which the petitioner takes up an offer of `status`: a second one collides
 * with it, however often the form is sent. A later reply may be evaluated, and appealed
 * against, anew. Whoever has the mailbox cannot tell which petition it is of.
 * @param identity the petition's status identity
 */
export function onceId(identity: string, kind: OnceKind, status: Status): string {
  switch (kind) {
    case 'evaluation':
      return derive(identity, `evaluation ${status.reply?.deliveredOn ?? 'none'}`)
    case 'withdrawal':
      return derive(identity, 'withdrawal')
    case 'appeal': {
      const { level, lastDay } = status.may.appeal ?? { level: 'none', lastDay: '' }
      return derive(identity, `appeal ${level} ${lastDay}`)
    }
  }
}

/**
 * The id of a supplement: of the form that it was written in and of what it says. The form sent again
 * is the same message; the form changed and sent again is another, so nothing is lost.
 */
export function supplementId(identity: string, formKey: string, content: string): string {
  return derive(identity, `supplement ${formKey} ${content}`)
}

/** A version 8 UUID (RFC 9562: content by the application), by HKDF-SHA-256 (RFC 5869). */
function derive(identity: string, purpose: string): string {
  // HKDF takes at most 1024 bytes of info in Node, and a supplement is longer.
  const info = hash('sha256', purpose, 'buffer')
  const octets = new Uint8Array(hkdfSync('sha256', identity, '', info, 16))
  octets[6] = ((octets[6] ?? 0) & 0x0f) | 0x80
  octets[8] = ((octets[8] ?? 0) & 0x3f) | 0x80
  return Buffer.from(octets)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
