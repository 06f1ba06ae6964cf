import { z } from 'zod'
import { evaluation } from './evaluation.ts'
import { receiptNumber } from './receipt.ts'
import { caseState } from './state.ts'
import { day, instant } from './time.ts'

/** One step that the petitioner is told of. */
const step = z.object({ at: instant, state: caseState, text: z.string() })

/** A legal clock as the petitioner sees it: who must act, by which day, under which article. */
const clock = z.object({
  name: z.string(),
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
  version: z.literal(1),
  number: receiptNumber,
  revision: z.int().min(1),
  state: caseState,
  title: z.string(),
  receivedAt: instant,
  unit: z.string().nullable(),
  steps: z.array(step),
  clocks: z.array(clock),
  reply: z.object({ text: z.string(), unit: z.string(), deliveredOn: day }).nullable(),
  evaluation: evaluation.nullable(),
  mayEvaluate: z.boolean(),
})
export type Status = z.infer<typeof status>
