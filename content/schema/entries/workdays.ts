import { z } from 'zod'

const span = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d(?:\/\d{4}-\d\d-\d\d)?$/, '写成 2026-05-01 或 2026-05-01/2026-05-05')

/**
 * The State Council's yearly table: days off (single or `from/to`) and weekend days that are
 * worked. A year that is missing here is unknown, never assumed.
 */
export const workdays = z.record(
  z.string().regex(/^\d{4}$/),
  z.object({ off: z.array(span), on: z.array(z.iso.date()) }),
)
export type Workdays = z.infer<typeof workdays>
