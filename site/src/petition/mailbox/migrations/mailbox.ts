import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Dialect } from '../schema.ts'

/** The first tables: receipts, messages, statuses. */
export async function createMailboxTables(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const bytes = dialect === 'sqlite' ? sql`blob` : sql`bytea`
  await db.schema
    .createTable('receipts')
    .addColumn('number', 'varchar(16)', (column) => column.primaryKey())
    .addColumn('key_hash', bytes, (column) => column.notNull().unique())
    .addColumn('body_hash', bytes, (column) => column.notNull())
    .addColumn('early_salt', bytes)
    .addColumn('early_verifier', bytes)
    .addColumn('created_at', 'varchar(32)', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('messages')
    .addColumn('sequence', dialect === 'sqlite' ? 'integer' : 'bigint', (column) =>
      dialect === 'sqlite'
        ? column.primaryKey().autoIncrement()
        : column.primaryKey().generatedAlwaysAsIdentity(),
    )
    .addColumn('id', 'varchar(36)', (column) => column.notNull().unique())
    .addColumn('number', 'varchar(16)', (column) => column.notNull().references('receipts.number'))
    .addColumn('sealed', bytes, (column) => column.notNull())
    .addColumn('received_at', 'varchar(32)', (column) => column.notNull())
    .addColumn('acknowledged_at', 'varchar(32)')
    .execute()
  // Both acknowledging and erasing look for few among many.
  await db.schema
    .createIndex('messages_acknowledged')
    .on('messages')
    .columns(['acknowledged_at', 'sequence'])
    .execute()
  await db.schema
    .createTable('statuses')
    .addColumn('number', 'varchar(16)', (column) =>
      column.primaryKey().references('receipts.number'),
    )
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('sealed', bytes, (column) => column.notNull())
    .addColumn('salt', bytes, (column) => column.notNull())
    .addColumn('verifier', bytes, (column) => column.notNull())
    .addColumn('wrapped_identity', bytes, (column) => column.notNull())
    .addColumn('updated_at', 'varchar(32)', (column) => column.notNull())
    .execute()
}
