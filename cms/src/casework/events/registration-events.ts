import { receiptNumber } from '@portal/content/schema/petition/receipt'
import { z } from 'zod'
import { told } from './event-fields.ts'

/** A grid round settled the matter where it was found; `text` is what was done. It ends the case. */
export const settledOnTheSpot = z.object({
  kind: z.literal('settled-on-the-spot'),
  told,
  text: z.string(),
})

/** A clerk held that the case is about the same matter as an earlier one. Nothing follows from it by itself. */
export const repeatOf = z.object({
  kind: z.literal('repeat-of'),
  told,
  of: receiptNumber,
  reason: z.string(),
})
