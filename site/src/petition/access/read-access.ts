import type { Access as Sent } from '@portal/content/schema/access'
import type { Access } from '../ports.ts'

/** What lets a holder in, as the office sends it, as bytes. */
export function readAccess({ salt, verifier, wrappedIdentity, mark }: Sent): Access {
  const bytes = (text: string) => Buffer.from(text, 'base64')
  return {
    salt: bytes(salt),
    verifier: bytes(verifier),
    wrappedIdentity: bytes(wrappedIdentity),
    mark: mark ?? null,
  }
}
