import { z } from 'zod'
import { evaluation } from './evaluation.ts'
import { petition } from './petition.ts'
import { receiptNumber } from './receipt.ts'
import { instant } from './time.ts'

const envelope = { version: z.literal(1), number: receiptNumber, sentAt: instant }

/**
 * What is inside a sealed message, portal → CMS. age does not authenticate who sealed it, so the
 * receipt number stands inside too and must equal the one outside; a stranger's row is quarantined.
 * `statusRecipient` is the age recipient that only the holder of the query code can open.
 */
export const message = z.discriminatedUnion('kind', [
  z.object({
    ...envelope,
    kind: z.literal('petition'),
    statusRecipient: z.string().regex(/^age1[a-z0-9]{58}$/),
    petition,
  }),
  z.object({ ...envelope, kind: z.literal('evaluation'), evaluation }),
])
export type Message = z.infer<typeof message>
export type MessageKind = Message['kind']
