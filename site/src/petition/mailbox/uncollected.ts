import type { Uncollected } from '../later-messages/pending.ts'
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
