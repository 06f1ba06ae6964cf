import { z } from 'zod'
import type {
  RegisterRequest,
  RepeatLink,
  RepeatQuestion,
} from '../../contracts/cases/registration.ts'
import { deskFiles } from '../files/incoming-file.ts'

/** More than anything that is read; a form is told how much of it is too much. */
const text = z.string().max(100_000).default('')

const question = {
  name: text,
  phone: text,
  topic: text,
  region: text,
  title: text,
  request: text,
  facts: text,
}

/** The key of a form: 16 bytes in base64url. */
export const formKey = z.string().regex(/^[A-Za-z0-9_-]{21}[AQgw]$/)

/** The shape of a form that was sent; what is in it is read by `parseRegistration`. */
export const registerRequest = z.object({
  ...question,
  key: formKey,
  channel: text,
  receivedAt: text,
  category: text,
  withheld: z.boolean().default(false),
  address: text,
  people: text,
  representatives: z
    .array(z.object({ name: text, phone: text }))
    .max(50)
    .default([]),
  notifyBy: text,
  email: text,
  scans: deskFiles.default([]),
  isSettled: z.boolean().default(false),
  settled: text,
  repeatOf: text,
  repeatReason: text,
  slot: text,
}) satisfies z.ZodType<RegisterRequest>

/** What is typed so far, of which likely repeats are looked for. */
export const repeatQuestion = z.object(question) satisfies z.ZodType<RepeatQuestion>

/** Which case a case is a repeat of, and why. */
export const repeatLink = z.object({
  of: z.string().max(100),
  reason: z.string().max(5000),
}) satisfies z.ZodType<RepeatLink>
