import { createHash } from 'node:crypto'
import { z } from 'zod'
import { pagePath } from '../entries/address.ts'

const digest = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * `privacy-allowed.json`: digests of what looks personal and was let through by a second person with
 * a reason, such as the number of a public service, each with the page of the entry for which it was;
 * it may stand where that entry is shown. Digests, so that the file itself tells nothing.
 */
export const allowedSign = z.union([
  z.object({ path: pagePath.optional(), digest }),
  // Snapshots from before name no page: it may stand anywhere, until the next publication.
  digest.transform((digest) => ({ path: undefined, digest })),
])

export type AllowedSign = z.infer<typeof allowedSign>

/** The digest of a sign (`content/privacy/find.ts`). */
export function digestOf(sign: string): string {
  return createHash('sha256').update(sign).digest('hex')
}
