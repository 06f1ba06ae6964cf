import { z } from 'zod'
import { leadingOutcomes, meetingWays } from '../../contracts/cases/leading.ts'
import { told } from './event-fields.ts'

/** A leading official by the entry of the desk, and the post as it was called at the time; never a person's name. */
export const officialRef = z.object({ id: z.string(), office: z.string() })
export type OfficialRef = z.infer<typeof officialRef>

const keysOf = <K extends string>(table: Record<K, string>) => Object.keys(table) as [K, ...K[]]

/** Whoever filed the case is heard at a reception of a leading official. `reception` is the entry of the timetable. */
export const slotBooked = z.object({
  kind: z.literal('slot-booked'),
  told,
  reception: z.string(),
  office: z.string(),
  day: z.iso.date(),
  from: z.string(),
  to: z.string(),
  place: z.string(),
})

/** A leading official took the case on (领导包案); `dueOn` is a day of the office's own. */
export const takenOn = z.object({
  kind: z.literal('taken-on'),
  told,
  official: officialRef,
  dueOn: z.iso.date().nullable(),
  note: z.string(),
})

/** The official went to see the petitioner, or spoke with them; `record` is what was said, `result` what came of it. */
export const officialMet = z.object({
  kind: z.literal('official-met'),
  told,
  official: officialRef,
  way: z.enum(keysOf(meetingWays)),
  on: z.iso.date(),
  record: z.string(),
  result: z.string(),
})

/** The official has it no more. */
export const takenOnEnded = z.object({
  kind: z.literal('taken-on-ended'),
  told,
  official: officialRef,
  outcome: z.enum(keysOf(leadingOutcomes)),
  record: z.string(),
})
