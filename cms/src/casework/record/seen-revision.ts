import type { Core } from '@strapi/strapi'
import { z } from 'zod'
import type { CaseRow } from './case-record.ts'
import type { CaseChangedDetails, Happening, Seen } from '../../contracts/case-desk.ts'
import type { CaseEvent } from '../events/event.ts'
import { openLog, readLog } from '../events/event-log.ts'
import type { CaseFile } from '../rules/case/case-file.ts'
import { describeEvent, mayRead } from '../rules/event-words.ts'
import { projectCase } from '../rules/case/project-case.ts'
import type { Party } from '../rules/wall.ts'
import type { DeskContext } from '../../strapi/desk-routes.ts'
import { UnseenError } from '../../strapi/refusals.ts'

const request = z.object({
  seen: z.object({ revision: z.int().min(1), steps: z.int().min(0) }).optional(),
})

/** What was on the page; undefined where the page does not say. */
function seenIn(body: unknown): Seen | undefined {
  const parsed = request.safeParse(body)
  return parsed.success ? parsed.data.seen : undefined
}

/** What happened to a case since it was read and a party may read of it, in order. */
export function happenedSince(
  events: readonly CaseEvent[],
  file: CaseFile,
  seen: Seen,
  party: Party,
): Happening[] {
  const later = events.slice(Math.max(0, events.length - (file.revision - seen.revision)))
  return later.filter((event) => mayRead(event, file, party)).map(describeEvent)
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
 * Refuses a step about a case that has changed since it was read, and tells what happened. One that
 * does not say what was read is refused too.
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
  const { revision, steps } = row
  if (seen.revision === revision) return false
  const events = openLog(await readLog(strapi, row.number))
  if (isOvertakenByNotes(events, revision - seen.revision)) return false
  const details: CaseChangedDetails = {
    happened: happenedSince(events, projectCase(events), seen, party),
    seen: { revision, steps: steps.length },
  }
  context.conflict(`办件在您打开以后有了变化。${advice}`, details)
  return true
}
