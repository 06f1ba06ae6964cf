import { z } from 'zod'
import { paperKinds, type PaperKind } from '../../contracts/papers/papers.ts'
import { told, unitRef } from './event-fields.ts'

const kinds = Object.keys(paperKinds) as [PaperKind, ...PaperKind[]]

/**
 * A paper got its number and was made. `of` is the event that it tells of, 0 for a letter; `unit` is to whom it goes
 * or who signs it, null for the bureau's own to the petitioner.
 */
export const paperIssued = z.object({
  kind: z.literal('paper-issued'),
  told,
  paper: z.enum(kinds),
  of: z.int().min(0),
  unit: unitRef.nullable(),
  mark: z.string(),
  year: z.int(),
  serial: z.int().min(1),
  /** The version of the template by its digest, and what was filled in; papers of before these were kept have none. */
  template: z.string().nullable().default(null),
  words: z.record(z.string(), z.string()).nullable().default(null),
})

/** The number of a paper, as it stands on it: 云信受〔2026〕12号. */
export function paperNumber({ paper, mark, year, serial }: z.infer<typeof paperIssued>): string {
  return `${mark}${paperKinds[paper].mark}〔${year}〕${serial}号`
}
