import { createHash } from 'node:crypto'
import { z } from 'zod'

/**
 * `privacy-allowed.json`: digests of what looks personal and was let through by a second person with
 * a reason, such as an office's own address. Digests, so that the file itself tells nothing.
 */
export const allowedSign = z.string().regex(/^[0-9a-f]{64}$/)

/** The digest of a sign (`content/privacy/find.ts`). */
export function digestOf(sign: string): string {
  return createHash('sha256').update(sign).digest('hex')
}
