import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Dialect } from '../schema.ts'

/** Challenges of the proof of work that were used, until they expire. */
export async function createSpentTable(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const bytes = dialect === 'sqlite' ? sql`blob` : sql`bytea`
  await db.schema
    .createTable('spent')
    .addColumn('challenge', 'varchar(32)', (column) => column.primaryKey())
    .addColumn('key_hash', bytes, (column) => column.notNull())
    .addColumn('expires_at', 'varchar(32)', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('spent_expires').on('spent').column('expires_at').execute()
}
