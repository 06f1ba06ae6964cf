import { sql } from 'kysely'
import type { Generated, Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Rows as they are stored. Times are ISO 8601 in UTC, so that they sort as text. */
export type MailboxTables = {
  receipts: {
    number: string
    key_hash: Buffer
    body_hash: Buffer
    early_salt: Buffer | null
    early_verifier: Buffer | null
    created_at: string
  }
  messages: {
    sequence: Generated<number>
    id: string
    number: string
    sealed: Buffer
    received_at: string
    acknowledged_at: string | null
  }
  statuses: {
    number: string
    revision: number
    sealed: Buffer
    salt: Buffer
    verifier: Buffer
    wrapped_identity: Buffer
    updated_at: string
  }
}

export type Dialect = 'sqlite' | 'postgres'

/** Every change of the tables since the first, in order; a name that was released never changes. */
export function migrations(dialect: Dialect): Record<string, Migration> {
  return { '0001-mailbox': { up: (db) => createTables(db, dialect) } }
}

async function createTables(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
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
