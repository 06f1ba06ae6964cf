import { z } from 'zod'
import { slug } from './slug.ts'
import { clockTime, day } from '../time.ts'

const weekday = z.int().min(1).max(7)

/** When reception takes place: weekly, on the nth weekday of a month, or on named days. */
const recurrence = z.discriminatedUnion('every', [
  z.object({ every: z.literal('week'), weekday }),
  z.object({ every: z.literal('month'), weekday, nth: z.int().min(1).max(5) }),
  z.object({ every: z.literal('dates'), dates: z.array(day).min(1) }),
])

/** 领导接访: an office's published reception hours. `office` is a post, never a person's name. */
export const reception = z.object({
  slug,
  office: z.string().min(2).max(60),
  recurrence,
  from: clockTime,
  to: clockTime,
  place: z.string().min(1).max(120),
  matters: z.string().min(1).max(200),
  booking: z.string().max(200).default(''),
  /** How many matters are heard each time; null where the office sets no bound. */
  capacity: z.int().min(1).max(99).nullable().default(null),
  order: z.int().min(0),
})
export type Reception = z.infer<typeof reception>
export type Recurrence = z.infer<typeof recurrence>
