import type { Kysely } from 'kysely'

/** Tracking asks for the messages of one petition that still wait, of which there are few. */
export async function indexWaitingMessages(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('messages_waiting')
    .on('messages')
    .column('number')
    .where('acknowledged_at' as never, 'is', null)
    .execute()
}
