import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Dialect } from '../schema.ts'

/**
 * Files that come with messages, and their parts. Whose message is erased belongs to none any more
 * and goes the way of those that were never sent.
 */
export async function createUploadTables(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const bytes = dialect === 'sqlite' ? sql`blob` : sql`bytea`
  await db.schema
    .createTable('uploads')
    .addColumn('id', 'varchar(36)', (column) => column.primaryKey())
    .addColumn('key_hash', bytes, (column) => column.notNull())
    .addColumn('message_id', 'varchar(36)', (column) =>
      column.references('messages.id').onDelete('set null'),
    )
    .addColumn('state', 'varchar(8)', (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('received', 'integer', (column) => column.notNull())
    .addColumn('description', bytes, (column) => column.notNull())
    .addColumn('run', 'varchar(36)')
    .addColumn('sealed_bytes', 'integer')
    .addColumn('created_at', 'varchar(32)', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('uploads_key').on('uploads').column('key_hash').execute()
  // Asked of every message that is erased, and of every file that is begun.
  await db.schema
    .createIndex('uploads_message')
    .on('uploads')
    .columns(['message_id', 'created_at'])
    .execute()
  await db.schema
    .createTable('upload_parts')
    .addColumn('upload_id', 'varchar(36)', (column) =>
      column.notNull().references('uploads.id').onDelete('cascade'),
    )
    .addColumn('run', 'varchar(36)', (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('content', bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('upload_parts_key', ['upload_id', 'run', 'place'])
    .execute()
}
