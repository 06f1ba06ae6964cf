import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Dialect } from '../schema.ts'

/** Forms that are not finished, sealed under codes that are not stored. */
export async function createDraftsTable(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const bytes = dialect === 'sqlite' ? sql`blob` : sql`bytea`
  await db.schema
    .createTable('drafts')
    .addColumn('id', bytes, (column) => column.primaryKey())
    .addColumn('sealed', bytes, (column) => column.notNull())
    .addColumn('saved_at', 'varchar(32)', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('drafts_saved').on('drafts').column('saved_at').execute()
}
