import { z } from 'zod'
import { told, unitRef } from './event-fields.ts'

/** Staff wrote something down for each other; the petitioner is not told. `from` is null for the bureau. */
export const noted = z.object({
  kind: z.literal('noted'),
  told,
  from: unitRef.nullable(),
  text: z.string(),
  /** The units that are to read it, beside the bureau. */
  mentions: z.array(unitRef),
})
