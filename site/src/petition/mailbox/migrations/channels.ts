import type { Kysely } from 'kysely'

/** The ways by which the office can tell petitioners of progress. */
export async function createChannelsTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('channels')
    .addColumn('way', 'varchar(8)', (column) => column.primaryKey())
    .execute()
}
