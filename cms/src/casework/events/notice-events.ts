import { z } from 'zod'
import { told } from './event-fields.ts'

/** A public notice was begun from the case, or is about it by somebody's choice. `notice` is the entry of the desk. */
export const noticeLinked = z.object({
  kind: z.literal('notice-linked'),
  told,
  notice: z.string(),
  title: z.string(),
})

/** The notice is no more about this case, or its draft was thrown away. */
export const noticeUnlinked = z.object({
  kind: z.literal('notice-unlinked'),
  told,
  notice: z.string(),
  title: z.string(),
})
