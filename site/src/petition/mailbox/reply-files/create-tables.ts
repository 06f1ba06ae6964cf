import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Dialect } from '../schema.ts'

/**
 * Files of replies, in parts. They are bound to no receipt: of a petition that was registered at the desk the portal
 * learns by its first status, which may name files.
 */
export async function createReplyFileTables(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const bytes = dialect === 'sqlite' ? sql`blob` : sql`bytea`

  await db.schema
    .createTable('reply_files')
    .addColumn('id', 'varchar(36)', (column) => column.primaryKey())
    .addColumn('number', 'varchar(16)', (column) => column.notNull())
    .addColumn('run', 'varchar(36)')
    .addColumn('sealed_bytes', 'integer')
    .addColumn('named', 'smallint', (column) => column.notNull().defaultTo(0))
    .addColumn('created_at', 'varchar(32)', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('reply_files_number').on('reply_files').columns(['number']).execute()
  await db.schema
    .createIndex('reply_files_named')
    .on('reply_files')
    .columns(['named', 'created_at'])
    .execute()

  await db.schema
    .createTable('reply_file_parts')
    .addColumn('file_id', 'varchar(36)', (column) =>
      column.notNull().references('reply_files.id').onDelete('cascade'),
    )
    .addColumn('run', 'varchar(36)', (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('content', bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('reply_file_parts_key', ['file_id', 'run', 'place'])
    .execute()
}
