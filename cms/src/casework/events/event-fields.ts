import { attachment } from '@portal/content/schema/petition/attachment'
import { z } from 'zod'

/** What the petitioner is told of an event, as it was told; null where it is not for the petitioner. */
export const told = z.string().nullable()

/** A handling unit as it was called at the time. */
export const unitRef = z.object({ id: z.string(), name: z.string() })
export type UnitRef = z.infer<typeof unitRef>

/** Who has a task: one of the bureau's staff, or a unit that has the case. */
export const taskOwner = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('clerk'), id: z.int(), name: z.string() }),
  z.object({ kind: z.literal('unit'), unit: unitRef }),
])
export type TaskOwner = z.infer<typeof taskOwner>

/** A unit to which a case is given: in the lead or beside it, with a note and a day of the bureau's own. */
export const assignment = z.object({
  unit: unitRef,
  lead: z.boolean(),
  note: z.string(),
  /** By when the result is to be reported (art. 22(3)); null where the bureau sets no day. */
  dueOn: z.iso.date().nullable(),
})
export type Assignment = z.infer<typeof assignment>

/** A file that came with a message; only one that is `kept` is there and is what was described. */
export const keptAttachment = attachment.extend({
  at: z.string(),
  state: z.enum(['kept', 'missing', 'damaged']),
})

const text = z.string()
const count = z.int().min(1).nullable()

/** An opinion in the four parts of art. 32; one that was written as one text has none. */
export const opinionParts = z.object({
  request: text,
  facts: text,
  opinion: text,
  basis: text,
  citations: z.array(z.object({ law: text, article: text, paragraph: count, item: count })),
})

/** The parts of an opinion as they are sent to the desk. @param part what each may be */
export function sentParts(part: z.ZodString) {
  const citations = opinionParts.shape.citations.max(100)
  return z.object({ request: part, facts: part, opinion: part, basis: part, citations })
}

/** Units that a text names, of which nobody has said whether they are accused; by identifier. */
export const names = z.array(z.string())

/** Whom statuses are sealed to, and what lets the holder of the query code in. */
export const caseAccess = { statusRecipient: z.string(), access: z.looseObject({}) }
