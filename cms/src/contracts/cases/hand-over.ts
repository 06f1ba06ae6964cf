import { attachment } from '@portal/content/schema/petition/attachment'
import { z } from 'zod'

/** A reason for a hand-over is so many characters long. */
export const handOverReason = { min: 4, max: 100 } as const

const text = z.string()
const optional = text.nullable()
const instant = z.iso.datetime()

/** A case as it is handed over to another system, with all that its record says. Moments are ISO 8601 in UTC. */
export const handedCase = z.object({
  /** The number in this system, all 16 digits, as text. */
  number: text,
  title: text,
  /** Words as the desk shows them. */
  category: text,
  topic: text,
  region: text,
  state: text,
  receivedAt: instant,
  request: text,
  facts: text,
  petitioner: z.object({
    name: text,
    telephone: text,
    address: text,
    idNumber: optional,
    creditCode: optional,
    contact: optional,
    people: z.int().nullable(),
    representatives: optional,
    email: optional,
  }),
  /** The unit in the lead first. */
  units: z.array(text),
  /** What happened, in order: who, when, and what was said, without what lets the petitioner in. */
  events: z.array(
    z.object({
      sequence: z.int(),
      at: instant,
      by: text,
      kind: text,
      body: z.record(text, z.unknown()),
    }),
  ),
  /** The files of the case by SHA-256 (base64) of what is kept; the files themselves are handed over apart. */
  attachments: z.array(attachment.extend({ at: text, state: text })),
})
export type HandedCase = z.infer<typeof handedCase>

/** A hand-over file (`POST /desk/cases/hand-over`). `unread` are numbers of cases that do not open. */
export const handOver = z.object({
  format: z.literal('petition-hand-over'),
  version: z.literal(1),
  madeAt: instant,
  office: text,
  reason: text,
  cases: z.array(handedCase),
  unread: z.array(text),
})
export type HandOver = z.infer<typeof handOver>
