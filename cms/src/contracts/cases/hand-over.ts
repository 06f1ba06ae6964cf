import { attachment } from '@portal/content/schema/petition/attachment'
import { z } from 'zod'

/** A reason for a hand-over is so many characters long. */
export const handOverReason = { min: 4, max: 100 } as const

/** As what cases are handed over, with the end of the file's name. */
export const handOverFormats = {
  csv: { name: '表格（CSV，一件一行）', end: 'csv' },
  json: { name: '整件（JSON，含全部经过）', end: 'json' },
  zip: { name: '整件、表格和附件（ZIP）', end: 'zip' },
} as const
export type HandOverFormat = keyof typeof handOverFormats

/** So many cases can be ticked. */
export const mostTicked = 1000

/** What `POST /desk/cases/hand-over` asks for: the cases that are ticked, or all that the queue shows for a question. */
export type HandOverRequest = {
  format: HandOverFormat
  reason: string
  question: Record<string, string>
  /** By their entries; null where none are ticked. */
  cases: string[] | null
}

/** What it answers. The ticket fetches the file once, within a minute, by a form of the page. */
export type HandOverTicket = { ticket: string; name: string; found: number }

/** Where the form goes, and in which field the ticket is. */
export const handOverFile = { address: '/desk/cases/hand-over/file', field: 'ticket' } as const

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
  /** The number in the system that it came from by a file, and that system; null of what was filed here. */
  external: z.object({ source: text, number: text }).nullable(),
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
  /** What else stands in the columns of the table: days, replies, opinions. */
  course: z.record(text, text),
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

/** A hand-over file as JSON. `unread` are numbers of cases that do not open. */
export const handOver = z.object({
  format: z.literal('petition-hand-over'),
  version: z.literal(2),
  madeAt: instant,
  office: text,
  reason: text,
  cases: z.array(handedCase),
  unread: z.array(text),
})
export type HandOver = z.infer<typeof handOver>
