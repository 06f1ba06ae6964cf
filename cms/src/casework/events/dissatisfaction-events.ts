import { z } from 'zod'
import { taskOwner, told } from './event-fields.ts'

/** The petitioner is dissatisfied: somebody is to speak with them by a day of the office's own. */
export const followUpOpened = z.object({
  kind: z.literal('follow-up-opened'),
  told,
  dueOn: z.iso.date(),
})

/** Who speaks with the petitioner. */
export const followUpAssigned = z.object({
  kind: z.literal('follow-up-assigned'),
  told,
  owner: taskOwner,
})

/** Somebody has spoken with the petitioner; `record` is what was said. */
export const followedUp = z.object({ kind: z.literal('followed-up'), told, record: z.string() })
