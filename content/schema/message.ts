import { z } from 'zod'
import { statusIdentity } from './access.ts'
import { evaluation } from './evaluation.ts'
import { petition } from './petition.ts'
import { isQueryCode } from './query-code.ts'
import { receiptNumber } from './receipt.ts'
import { instant } from './time.ts'

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
  }),
  z.object({ ...envelope, kind: z.literal('evaluation'), evaluation }),
])
export type Message = z.infer<typeof message>
export type MessageKind = Message['kind']
