import { z } from 'zod'
import { appealLevel } from './appeal.ts'
import { evaluation } from './evaluation.ts'
import { receiptNumber } from './receipt.ts'
import { replyFiles } from './reply-files.ts'
import { caseState } from './state.ts'
import { day, instant } from '../time.ts'

/** One step that the petitioner is told of. */
const step = z.object({ at: instant, state: caseState, text: z.string() })

/** Who a legal clock runs for. */
const clockOwner = z.enum(['bureau', 'unit', 'review-body', 'petitioner'])
export type ClockOwner = z.infer<typeof clockOwner>

/** A legal clock as the petitioner sees it: who must act, by which day, under which article. */
const clock = z.object({
  name: z.string(),
  /** Who must act by the last day; on a petitioner's clock a right ends with it. */
  whose: clockOwner,
  article: z.int().min(1).max(50),
  startedOn: day,
  lastDay: day,
  done: z.boolean(),
})

/**
 * What is inside a sealed status, CMS → portal → the holder of the query code. `revision` only
 * grows; a portal that meets an older one keeps what it has.
 */
export const status = z.object({
  version: z.literal(2),
  number: receiptNumber,
  revision: z.int().min(1),
  state: caseState,
  title: z.string(),
  receivedAt: instant,
  unit: z.string().nullable(),
  steps: z.array(step),
  clocks: z.array(clock),
  /** `correctedOn`: when a slip in it was last corrected; `text` is as it is now. */
  reply: z
    .object({
      text: z.string(),
      unit: z.string(),
      deliveredOn: day,
      correctedOn: day.optional(),
      files: replyFiles.optional(),
    })
    .nullable(),
  /** What the review and re-review found, in that order (arts. 35, 36). */
  opinions: z.array(
    z.object({
      level: appealLevel,
      text: z.string(),
      body: z.string(),
      deliveredOn: day,
      files: replyFiles.optional(),
    }),
  ),
  evaluation: evaluation.nullable(),
  /** What the petitioner may do now. An appeal: which one, and its last day. */
  may: z.object({
    evaluate: z.boolean(),
    supplement: z.boolean(),
    withdraw: z.boolean(),
    appeal: z.object({ level: appealLevel, lastDay: day }).nullable(),
  }),
})
export type Status = z.infer<typeof status>
