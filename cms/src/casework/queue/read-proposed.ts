import type { Core } from '@strapi/strapi'
import { eventUid, UnreadableLog } from '../events/event-log.ts'
import type { EventKind } from '../events/event.ts'
import type { CaseRow } from '../record/case-record.ts'
import { readFile } from '../record/record-events.ts'

/** What lays an opinion before a second reader, and what ends that in most cases. */
const about: EventKind[] = ['reply-proposed', 'reply-returned', 'replied', 'reviewed', 'closed']

/** An opinion that waits for a second reader, and the account that wrote it. */
export type Proposed = { writer: number | null }

async function proposedIn(strapi: Core.Strapi, row: CaseRow): Promise<Proposed | null> {
  try {
    const { proposal } = await readFile(strapi, row)
    return proposal && { writer: proposal.writer.id }
  } catch (fault) {
    if (fault instanceof UnreadableLog) return null
    throw fault
  }
}

/**
 * Which of some cases have an opinion that waits for a second reader, by number. Only records that may say so are
 * read whole.
 */
export async function readProposed(
  strapi: Core.Strapi,
  rows: readonly CaseRow[],
): Promise<Map<string, Proposed>> {
  const events: { number: string; kind: string }[] = await strapi.db.query(eventUid).findMany({
    where: { number: { $in: rows.map(({ number }) => number) }, kind: { $in: about } },
    select: ['number', 'kind'],
    orderBy: { sequence: 'asc' },
  })
  const last = new Map(events.map(({ number, kind }) => [number, kind]))
  const waiting = new Map<string, Proposed>()
  for (const row of rows) {
    if (last.get(row.number) !== 'reply-proposed') continue
    const proposed = await proposedIn(strapi, row)
    if (proposed) waiting.set(row.number, proposed)
  }
  return waiting
}
