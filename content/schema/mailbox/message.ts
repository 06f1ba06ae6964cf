import { z } from 'zod'
import { statusIdentity } from './access.ts'
import { appealLevel } from '../petition/appeal.ts'
import { attachments } from '../petition/attachment.ts'
import { evaluation } from '../petition/evaluation.ts'
import { petition } from '../petition/petition.ts'
import { isQueryCode } from './query-code.ts'
import { receiptNumber } from '../petition/receipt.ts'
import { report } from './report.ts'
import { instant } from '../time.ts'

/** What a citizen writes after filing: 1 to `most` characters as a reader counts them. */
const words = (most: number) =>
  z.string().refine((value) => {
    const { length } = Array.from(value)
    return length >= 1 && length <= most
  }, `须有 1 到 ${most} 个字`)

/** Characters that each may have. */
export const supplementLimit = 2000
export const withdrawalLimit = 200
export const appealLimit = 4000

const envelope = { version: z.literal(2), number: receiptNumber, sentAt: instant }

/**
 * What is inside a sealed message, portal → CMS. age does not authenticate who sealed it, so the
 * receipt number stands inside too and must equal the one outside; a stranger's row is quarantined.
 * A petition brings what the office needs to let the petitioner in: the query code, of which it
 * keeps only a slow hash, and the age identity to which statuses are to be sealed, of which it keeps
 * only the public half and a copy that the code alone opens.
 */
export const message = z.discriminatedUnion('kind', [
  z.object({
    ...envelope,
    kind: z.literal('petition'),
    queryCode: z.string().refine(isQueryCode, '须是查询码'),
    statusIdentity,
    petition,
    attachments,
  }),
  z.object({ ...envelope, kind: z.literal('evaluation'), evaluation }),
  z.object({
    ...envelope,
    kind: z.literal('supplement'),
    text: words(supplementLimit),
    attachments,
  }),
  z.object({ ...envelope, kind: z.literal('withdrawal'), reason: words(withdrawalLimit) }),
  z.object({
    ...envelope,
    kind: z.literal('appeal'),
    level: appealLevel,
    /** What the petitioner holds to be wrong, and what is asked for. */
    grounds: words(appealLimit),
    attachments,
  }),
  /** Of no petition: the number is drawn for it alone. */
  z.object({ ...envelope, kind: z.literal('report'), report }),
])
export type Message = z.infer<typeof message>
