import { z } from 'zod'
import { letters, reminderLevels, reminderTiers } from '../../contracts/cases/deadlines.ts'
import { told, unitRef } from './event-fields.ts'

/**
 * The desk reminded of a clock: before its last day, on it, or after it. `unit` is whose clock it is, null for the
 * bureau or the body of an appeal; a clock is told from others by this, its name and its days.
 */
export const reminded = z.object({
  kind: z.literal('reminded'),
  told,
  tier: z.enum(reminderTiers),
  clock: z.string(),
  unit: unitRef.nullable(),
  startedOn: z.iso.date(),
  lastDay: z.iso.date(),
  /** Whom it was for. */
  to: z.array(z.enum(reminderLevels)).min(1),
})

/** The bureau sent a unit a letter (art. 40), which asks for an answer by a day. */
export const supervised = z.object({
  kind: z.literal('supervised'),
  told,
  letter: z.enum(letters),
  unit: unitRef,
  reason: z.string(),
  dueOn: z.iso.date(),
})

/** A unit answered every letter that it had not answered. */
export const supervisionAnswered = z.object({
  kind: z.literal('supervision-answered'),
  told,
  unit: unitRef,
  text: z.string(),
})
