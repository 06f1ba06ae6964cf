import type { Core } from '@strapi/strapi'
import { z } from 'zod'
import type { CaseRow } from './case-record.ts'
import { recordView } from './view-log.ts'
import type { CaseChangedDetails, Happening, Seen } from '../../contracts/cases/desk-state.ts'
import type { CaseEvent } from '../events/event.ts'
import { openLog, readLog } from '../events/event-log.ts'
import type { CaseFile } from '../rules/case/case-file.ts'
import { describeEvent, mayRead } from '../rules/event-words.ts'
import { projectCase } from '../rules/case/project-case.ts'
import type { Party } from '../rules/wall.ts'
import type { DeskContext } from '../../strapi/desk-routes.ts'
import { UnseenError } from '../../strapi/refusals.ts'

const request = z.object({
  seen: z.object({ revision: z.int().min(0), steps: z.int().min(0) }).optional(),
})

/** What was on the page; undefined where the page does not say. */
function seenIn(body: unknown): Seen | undefined {
  const parsed = request.safeParse(body)
  return parsed.success ? parsed.data.seen : undefined
}

const readableOf = (events: readonly CaseEvent[], file: CaseFile, party: Party) =>
  events.filter((event) => mayRead(event, file, party))

/**
 * How far a case has come, as a party may know: what it may not read is not counted, so that no number tells that
 * it is there.
 */
export function seenOf(events: readonly CaseEvent[], file: CaseFile, party: Party): Seen {
  const hidden = events.length - readableOf(events, file, party).length
  return { revision: file.revision - hidden, steps: file.steps.length }
}

/** What happened to a case since it was read and a party may read of it, in order. */
export function happenedSince(
  events: readonly CaseEvent[],
  file: CaseFile,
  seen: Seen,
  party: Party,
): Happening[] {
  const readable = readableOf(events, file, party)
  const count = seenOf(events, file, party).revision - seen.revision
  return readable.slice(Math.max(0, readable.length - count)).map(describeEvent)
}

const beside: CaseEvent['body']['kind'][] = [
  'noted',
  'reminded',
  'notice-linked',
  'notice-unlinked',
]

/** Nothing that is decided hangs on what staff have noted for each other, reminders or a notice: it makes no page older. */
function isOvertakenByNotes(events: readonly CaseEvent[], later: number): boolean {
  return later > 0 && events.slice(-later).every(({ body }) => beside.includes(body.kind))
}

const advice = '您写的还在，这一步还没有办：请看过下面的变化再办。'

/**
 * Refuses a step about a case that has changed since it was read, and tells what happened since, which is written
 * down as a view like that of its page: who says that nothing was read is told everything. One that does not say what
 * was read is refused too.
 * @returns whether it was refused; nothing is to be written then
 * @throws UnseenError
 */
export async function refuseStale(
  strapi: Core.Strapi,
  context: DeskContext,
  row: CaseRow,
  party: Party,
): Promise<boolean> {
  const seen = seenIn(context.request.body)
  if (!seen) throw new UnseenError()
  const events = openLog(await readLog(strapi, row.number))
  const file = projectCase(events)
  const now = seenOf(events, file, party)
  if (seen.revision === now.revision) return false
  if (isOvertakenByNotes(readableOf(events, file, party), now.revision - seen.revision))
    return false
  const details: CaseChangedDetails = {
    happened: happenedSince(events, file, seen, party),
    seen: now,
  }
  await recordView(strapi, context.state.user, row.number, 'read')
  context.conflict(`办件在您打开以后有了变化。${advice}`, details)
  return true
}
