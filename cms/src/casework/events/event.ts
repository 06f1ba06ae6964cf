import { z } from 'zod'
import { closed, codeReissued, corrected, reopened, reviewed } from './case-events.ts'
import * as deadline from './deadline-events.ts'
import * as dissatisfaction from './dissatisfaction-events.ts'
import * as handling from './handling-events.ts'
import { noted } from './note-events.ts'
import { imported } from './import-events.ts'
import * as leading from './leading-events.ts'
import { noticeLinked, noticeUnlinked } from './notice-events.ts'
import { paperIssued } from './paper-events.ts'
import * as petitioner from './petitioner-events.ts'
import { repeatOf, settledOnTheSpot } from './registration-events.ts'
import * as routing from './routing-events.ts'

/** What happened to a case, one schema a kind. */
export const eventBody = z.discriminatedUnion('kind', [
  petitioner.filed,
  imported,
  petitioner.supplemented,
  petitioner.withdrawalAsked,
  petitioner.appealed,
  petitioner.evaluated,
  routing.registered,
  settledOnTheSpot,
  repeatOf,
  routing.referred,
  routing.unitsAdded,
  routing.accepted,
  routing.declined,
  routing.objected,
  routing.recalled,
  routing.accusedSettled,
  handling.extensionAsked,
  handling.extensionAnswered,
  handling.petitionerAsked,
  handling.mediated,
  handling.heard,
  handling.unitAdvised,
  handling.replied,
  handling.replyCorrected,
  handling.replyProposed,
  handling.replyReturned,
  paperIssued,
  noticeLinked,
  noticeUnlinked,
  leading.slotBooked,
  leading.takenOn,
  leading.officialMet,
  leading.takenOnEnded,
  dissatisfaction.followUpOpened,
  dissatisfaction.followUpAssigned,
  dissatisfaction.followedUp,
  deadline.reminded,
  deadline.supervised,
  deadline.supervisionAnswered,
  noted,
  reviewed,
  closed,
  reopened,
  corrected,
  codeReissued,
])
export type EventBody = z.infer<typeof eventBody>
export type EventKind = EventBody['kind']
export type BodyOf<K extends EventKind> = Extract<EventBody, { kind: K }>

/** With what a case begins: somebody filed it here, or it came from another system. */
export const openings = ['filed', 'imported'] as const
export type Opening = BodyOf<(typeof openings)[number]>

/** Whether a case may begin with an event. */
export function isOpening(body: EventBody): body is Opening {
  return body.kind === 'filed' || body.kind === 'imported'
}

/** Who made an event: one of the staff, the petitioner, or the desk itself. `id` is null for names of old. */
export const actor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('staff'), id: z.int().nullable(), name: z.string() }),
  z.object({ kind: z.literal('petitioner') }),
  z.object({ kind: z.literal('system') }),
])
export type Actor = z.infer<typeof actor>

/** An event as it is to be written: `at` is an ISO 8601 instant, for messages the one of the mailbox. */
export type NewEvent = { at: string; actor: Actor; body: EventBody }

/** An event of a case, in its place among the others. */
export type CaseEvent = NewEvent & { number: string; sequence: number }

/** Who made an event, as records show it. */
export function wordOf(by: Actor): string {
  if (by.kind === 'staff') return by.name
  return by.kind === 'petitioner' ? '信访人' : '系统'
}
