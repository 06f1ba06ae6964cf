import { createHash } from 'node:crypto'

/**
 * An event as it lies in the database. `body` is sealed and stays as it is for good, also when keys are
 * changed, so that a chain is verified without any key.
 */
export type StoredEvent = {
  number: string
  sequence: number
  at: string
  kind: string
  actor: string
  staffId: number | null
  staffName: string | null
  body: string
  previous: string
  hash: string
}

/** What the first event of a case has before it. */
export const origin = '0'.repeat(64)

/** SHA-256 over everything of an event and the hash of the one before it. */
export function hashOf(event: Omit<StoredEvent, 'hash'>): string {
  const { number, sequence, at, kind, actor, staffId, staffName, body, previous } = event
  const fields = ['case event 1', number, sequence, at, kind, actor, staffId, staffName]
  return createHash('sha256')
    .update(JSON.stringify([...fields, body, previous]))
    .digest('hex')
}

/** How far a case's chain reaches, as the case itself has it. */
export type Head = { eventCount: number; headHash: string }

/** The head of a case of which nothing happened. */
export const noHead: Head = { eventCount: 0, headHash: origin }

/** What is wrong with the events of one case, in their order; null where they are whole. */
export function faultOf(events: readonly StoredEvent[], head: Head | null): string | null {
  let previous = origin
  for (const [index, event] of events.entries()) {
    if (event.sequence !== index + 1) return `第 ${index + 1} 条记录缺失`
    if (event.previous !== previous || event.hash !== hashOf(event)) {
      return `第 ${event.sequence} 条记录被改动过`
    }
    previous = event.hash
  }
  if (head === null) return events.length > 0 ? '有记录而没有办件' : null
  if (head.eventCount !== events.length) {
    return `应当有 ${head.eventCount} 条记录，现有 ${events.length} 条`
  }
  return head.headHash === previous ? null : '最后一条记录与办件不符'
}
