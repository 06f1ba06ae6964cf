import type { Kysely } from 'kysely'

/** A digest of who has begun a file, and when something of it arrived last. */
export async function addUploadOrigins(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('uploads').addColumn('begun_by', 'varchar(22)').execute()
  await db.schema.alterTable('uploads').addColumn('touched_at', 'varchar(32)').execute()
  await db.schema.createIndex('uploads_begun_by').on('uploads').column('begun_by').execute()
}
