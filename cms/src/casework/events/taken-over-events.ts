import { appealLevel } from '@portal/content/schema/petition/appeal'
import { evaluation } from '@portal/content/schema/petition/evaluation'
import { caseState } from '@portal/content/schema/petition/state'
import { z } from 'zod'
import { keptAttachment, told, unitRef } from './parts.ts'

/** A step that was written down before there were events. */
export const stepTakenOver = z.object({
  kind: z.literal('step-taken-over'),
  told,
  state: caseState,
  event: z
    .enum(['note', 'extended', 'heard', 'appeal-refused', 'asked', 'corrected', 'reopened'])
    .optional(),
  days: z.number().optional(),
})

/** What else a case had gathered before there were events, after the last of its steps. */
export const caseTakenOver = z.object({
  kind: z.literal('case-taken-over'),
  told,
  unit: unitRef.nullable(),
  accused: z.array(unitRef),
  accusedConfirmed: z.boolean(),
  settled: z.array(z.string()),
  reply: z.object({ text: z.string(), deliveredAt: z.string() }).nullable(),
  opinions: z.array(
    z.object({ level: appealLevel, text: z.string(), body: z.string(), deliveredAt: z.string() }),
  ),
  followUps: z.array(
    z.object({
      at: z.string(),
      kind: z.enum(['supplement', 'withdrawal', 'appeal']),
      level: appealLevel.nullable(),
      text: z.string(),
      attachments: z.array(z.string()),
    }),
  ),
  attachments: z.array(keptAttachment),
  evaluation: evaluation.nullable(),
  revision: z.int().min(1),
})
