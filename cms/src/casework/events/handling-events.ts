import { replyFiles } from '@portal/content/schema/petition/reply-files'
import { z } from 'zod'
import { opinionSteps } from '../../contracts/papers/opinion.ts'
import { opinionParts, told, unitRef } from './event-fields.ts'

const days = z.int().min(0)

/** The unit in the lead asked for more time (art. 34). */
export const extensionAsked = z.object({
  kind: z.literal('extension-asked'),
  told,
  unit: unitRef,
  days: days.min(1),
  reason: z.string(),
})

/** The bureau answered it. */
export const extensionAnswered = z.object({
  kind: z.literal('extension-answered'),
  told,
  granted: z.boolean(),
  days,
  reason: z.string(),
})

/** The petitioner was asked for more. */
export const petitionerAsked = z.object({
  kind: z.literal('petitioner-asked'),
  told,
  question: z.string(),
})

/** A mediation between petitioner and unit, or a settlement of their own (art. 33). */
export const mediated = z.object({
  kind: z.literal('mediated'),
  told,
  on: z.iso.date(),
  agreed: z.boolean(),
  record: z.string(),
})

/** A hearing (arts. 31(6), 36); `days` are not counted in a re-review. */
export const heard = z.object({
  kind: z.literal('heard'),
  told,
  days,
  on: z.iso.date().nullable(),
  record: z.string(),
})

/** A unit that is not in the lead told what it holds; it is for the one in the lead, not for the petitioner. */
export const unitAdvised = z.object({
  kind: z.literal('unit-advised'),
  told,
  unit: unitRef,
  text: z.string(),
})

/** The unit in the lead replied in writing (art. 32). */
export const replied = z.object({
  kind: z.literal('replied'),
  told,
  unit: unitRef,
  text: z.string(),
  parts: opinionParts.optional(),
  files: replyFiles.optional(),
})

/** A slip in the reply was corrected; what it was before stands in the event that made it. */
export const replyCorrected = z.object({
  kind: z.literal('reply-corrected'),
  told,
  text: z.string(),
  parts: opinionParts.optional(),
  files: replyFiles.optional(),
  reason: z.string(),
})

/**
 * An opinion was laid before a second reader; it is not out. `unit` replies, `body` decides an appeal, `reason` is
 * that of a correction; what a step does not ask for is null.
 */
export const replyProposed = z.object({
  kind: z.literal('reply-proposed'),
  told,
  step: z.enum(opinionSteps),
  unit: unitRef.nullable(),
  body: z.string().nullable(),
  reason: z.string().nullable(),
  text: z.string(),
  parts: opinionParts.optional(),
  files: replyFiles.optional(),
})

/** The second reader gave it back; `unit` is the one that had written it, null for an appeal's opinion. */
export const replyReturned = z.object({
  kind: z.literal('reply-returned'),
  told,
  unit: unitRef.nullable(),
  remark: z.string(),
})
