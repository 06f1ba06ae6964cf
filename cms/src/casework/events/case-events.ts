import { appealLevel } from '@portal/content/schema/petition/appeal'
import { category } from '@portal/content/schema/petition/category'
import { replyFiles } from '@portal/content/schema/petition/reply-files'
import { z } from 'zod'
import { caseAccess, opinionParts, told } from './event-fields.ts'

/** A review or re-review gave its opinion (arts. 35, 36). */
export const reviewed = z.object({
  kind: z.literal('reviewed'),
  told,
  level: appealLevel,
  body: z.string(),
  text: z.string(),
  parts: opinionParts.optional(),
  files: replyFiles.optional(),
})

/** The case was closed. */
export const closed = z.object({ kind: z.literal('closed'), told })

/** The bureau took a closed case up again. */
export const reopened = z.object({ kind: z.literal('reopened'), told, reason: z.string() })

/** Category, topic or place was corrected. */
export const corrected = z.object({
  kind: z.literal('corrected'),
  told,
  change: z.discriminatedUnion('field', [
    z.object({ field: z.literal('category'), to: category }),
    z.object({ field: z.literal('topic'), to: z.string() }),
    z.object({ field: z.literal('region'), to: z.string() }),
  ]),
  reason: z.string(),
})

/** A new query code was made at the counter. */
export const codeReissued = z.object({
  kind: z.literal('code-reissued'),
  told,
  reason: z.string(),
  ...caseAccess,
})
