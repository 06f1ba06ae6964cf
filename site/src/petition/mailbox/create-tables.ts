import { sql } from 'kysely'
import type { CreateTableBuilder, Kysely } from 'kysely'
import type { Dialect } from './schema.ts'

/** The tables of `schema.ts`, and the indexes for what looks for few rows among many. */
export async function createTables(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const bytes = dialect === 'sqlite' ? sql`blob` : sql`bytea`
  const time = 'varchar(32)'
  const table = (name: string): CreateTableBuilder<string> => db.schema.createTable(name)
  const index = async (name: string, on: string, columns: string[]) =>
    db.schema.createIndex(name).on(on).columns(columns).execute()

  await table('receipts')
    .addColumn('number', 'varchar(16)', (column) => column.primaryKey())
    .addColumn('key_hash', bytes, (column) => column.notNull().unique())
    .addColumn('body_hash', bytes, (column) => column.notNull())
    .addColumn('pre_collection_salt', bytes)
    .addColumn('pre_collection_verifier', bytes)
    .addColumn('mark', 'smallint')
    .addColumn('created_at', time, (column) => column.notNull())
    .execute()

  await table('messages')
    .addColumn('sequence', dialect === 'sqlite' ? 'integer' : 'bigint', (column) =>
      dialect === 'sqlite'
        ? column.primaryKey().autoIncrement()
        : column.primaryKey().generatedAlwaysAsIdentity(),
    )
    .addColumn('id', 'varchar(36)', (column) => column.notNull().unique())
    .addColumn('number', 'varchar(16)', (column) => column.notNull().references('receipts.number'))
    .addColumn('sealed', bytes, (column) => column.notNull())
    .addColumn('received_at', time, (column) => column.notNull())
    .addColumn('acknowledged_at', time)
    .execute()
  await index('messages_acknowledged', 'messages', ['acknowledged_at', 'sequence'])
  // Tracking asks for the messages of one petition that still wait.
  await sql`create index messages_waiting on messages (number) where acknowledged_at is null`.execute(
    db,
  )

  await table('statuses')
    .addColumn('number', 'varchar(16)', (column) =>
      column.primaryKey().references('receipts.number'),
    )
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('sealed', bytes, (column) => column.notNull())
    .addColumn('salt', bytes, (column) => column.notNull())
    .addColumn('verifier', bytes, (column) => column.notNull())
    .addColumn('wrapped_identity', bytes, (column) => column.notNull())
    .execute()

  await table('drafts')
    .addColumn('id', bytes, (column) => column.primaryKey())
    .addColumn('key_hash', bytes, (column) => column.notNull())
    .addColumn('sealed', bytes, (column) => column.notNull())
    .addColumn('saved_at', time, (column) => column.notNull())
    .execute()
  await index('drafts_key', 'drafts', ['key_hash'])
  await index('drafts_saved', 'drafts', ['saved_at'])

  await table('uploads')
    .addColumn('id', 'varchar(36)', (column) => column.primaryKey())
    .addColumn('key_hash', bytes, (column) => column.notNull())
    // Whose message is erased belongs to none any more and goes the way of what was never sent.
    .addColumn('message_id', 'varchar(36)', (column) =>
      column.references('messages.id').onDelete('set null'),
    )
    .addColumn('state', 'varchar(8)', (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('received', 'integer', (column) => column.notNull())
    .addColumn('description', bytes, (column) => column.notNull())
    .addColumn('run', 'varchar(36)')
    .addColumn('sealed_bytes', 'integer')
    .addColumn('begun_by', 'varchar(22)')
    .addColumn('created_at', time, (column) => column.notNull())
    .addColumn('touched_at', time, (column) => column.notNull())
    .execute()
  await index('uploads_key', 'uploads', ['key_hash'])
  await index('uploads_message', 'uploads', ['message_id', 'created_at'])
  await index('uploads_begun_by', 'uploads', ['begun_by'])

  await table('upload_parts')
    .addColumn('upload_id', 'varchar(36)', (column) =>
      column.notNull().references('uploads.id').onDelete('cascade'),
    )
    .addColumn('run', 'varchar(36)', (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('content', bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('upload_parts_key', ['upload_id', 'run', 'place'])
    .execute()

  await table('spent')
    .addColumn('challenge', 'varchar(32)', (column) => column.primaryKey())
    .addColumn('key_hash', bytes, (column) => column.notNull())
    .addColumn('expires_at', time, (column) => column.notNull())
    .execute()
  await index('spent_expires', 'spent', ['expires_at'])

  await table('channels')
    .addColumn('way', 'varchar(8)', (column) => column.primaryKey())
    .execute()

  await table('missed_queries')
    .addColumn('digest', bytes, (column) => column.primaryKey())
    .addColumn('query', 'varchar(200)')
    .addColumn('count', 'integer', (column) => column.notNull())
    .addColumn('last_day', 'varchar(10)', (column) => column.notNull())
    .execute()
  await index('missed_queries_last', 'missed_queries', ['last_day'])
}
