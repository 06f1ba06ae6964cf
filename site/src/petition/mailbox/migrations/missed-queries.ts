import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Dialect } from '../schema.ts'

/** What was sought and not found: a keyed digest and a number; its words once it was seen often enough. */
export async function createMissedQueriesTable(
  db: Kysely<unknown>,
  dialect: Dialect,
): Promise<void> {
  const bytes = dialect === 'sqlite' ? sql`blob` : sql`bytea`
  await db.schema
    .createTable('missed_queries')
    .addColumn('digest', bytes, (column) => column.primaryKey())
    .addColumn('query', 'varchar(200)')
    .addColumn('count', 'integer', (column) => column.notNull())
    .addColumn('last_day', 'varchar(10)', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('missed_queries_last')
    .on('missed_queries')
    .column('last_day')
    .execute()
}
