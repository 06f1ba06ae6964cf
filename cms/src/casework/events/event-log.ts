import type { Core } from '@strapi/strapi'
import { writeRecords } from '../../strapi/records/write-records.ts'
import { hashOf, origin, type Head, type StoredEvent } from './chain.ts'
import { actor, openings, type Actor, type CaseEvent, type NewEvent } from './event.ts'
import { openBody, sealBody } from './seal-body.ts'

export const eventUid = 'api::case-event.case-event'

/** An event with the key of its body; the vault opens the key on its way out of the database. */
export type KeyedEvent = StoredEvent & { key: string }

/** Something of a case's events does not open: nothing can be built upon them. */
export class UnreadableLog extends Error {
  override name = 'UnreadableLog'
}

const columns = ['number', 'sequence', 'at', 'kind', 'actor', 'staffId', 'staffName'] as const

/** The events of a case, in their order, as they are stored. */
export async function readLog(strapi: Core.Strapi, number: string): Promise<KeyedEvent[]> {
  return strapi.db.query(eventUid).findMany({
    where: { number },
    select: [...columns, 'body', 'previous', 'hash', 'key'],
    orderBy: { sequence: 'asc' },
  })
}

function actorOf({ actor: kind, staffId: id, staffName: name }: StoredEvent): Actor | undefined {
  return actor.safeParse(kind === 'staff' ? { kind, id, name } : { kind }).data
}

/**
 * What stored events say.
 * @throws UnreadableLog where one does not open or is none
 */
export function openLog(log: readonly KeyedEvent[]): CaseEvent[] {
  if (!openings.some((kind) => kind === log[0]?.kind)) throw new UnreadableLog('办件没有第一条记录')
  return log.map((stored) => {
    const { number, sequence, at, body: sealed, key } = stored
    const by = actorOf(stored)
    const body = openBody(stored, sealed, key)
    if (!by || !body) throw new UnreadableLog('办件记录里有打不开的内容')
    return { number, sequence, at, actor: by, body }
  })
}

/** Seals events that follow upon `head`, each bound to the one before it. */
export function sealLog(number: string, head: Head, events: readonly NewEvent[]): KeyedEvent[] {
  let previous = head.headHash
  return events.map(({ at, actor: by, body: said }, index) => {
    const sequence = head.eventCount + index + 1
    const { kind } = said
    const { body, key } = sealBody({ number, sequence, kind }, said)
    const isStaff = by.kind === 'staff'
    const event = {
      number,
      sequence,
      at,
      kind,
      actor: by.kind,
      staffId: isStaff ? by.id : null,
      staffName: isStaff ? by.name : null,
      body,
      previous,
    }
    previous = hashOf(event)
    return { ...event, hash: previous, key }
  })
}

/** The head of a case after its last stored event. */
export function headOf(log: readonly StoredEvent[]): Head {
  return { eventCount: log.length, headHash: log.at(-1)?.hash ?? origin }
}

/** Writes sealed events down, in the transaction under way. */
export async function writeLog(strapi: Core.Strapi, log: readonly KeyedEvent[]): Promise<void> {
  for (const data of log) {
    await writeRecords(() => strapi.db.query(eventUid).create({ data: { ...data } }))
  }
}
