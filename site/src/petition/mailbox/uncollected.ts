import type { Uncollected } from '../later-messages/pending.ts'
import type { Backlog } from '../ports.ts'
import type { Backend } from './backend.ts'

/** Reads which messages of a petition the office has not collected yet, over either database. */
export function createUncollected({ db, attempt }: Backend): Uncollected {
  return (number) =>
    attempt(async () => {
      const rows = await db
        .selectFrom('messages')
        .select(['id', 'received_at'])
        .where('number', '=', number)
        .where('acknowledged_at', 'is', null)
        .execute()
      return rows.map(({ id, received_at }) => ({ id, receivedAt: new Date(received_at) }))
    })
}

/** Counts all that the office has not collected yet, over either database. */
export function createBacklog({ db, attempt }: Backend): () => Promise<Backlog> {
  return () =>
    attempt(async () => {
      const row = await db
        .selectFrom('messages')
        .select(({ fn }) => [fn.countAll().as('messages'), fn.min('received_at').as('oldest')])
        .where('acknowledged_at', 'is', null)
        .executeTakeFirstOrThrow()
      const oldest = row.oldest as string | number | Date | null
      return { messages: Number(row.messages), oldest: oldest === null ? null : new Date(oldest) }
    })
}
