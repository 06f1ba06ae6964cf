import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Dialect } from '../schema.ts'

/** Drafts by the key of their form: filing erases them, and its files stay as long as they do. */
export async function addDraftKeys(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const bytes = dialect === 'sqlite' ? sql`blob` : sql`bytea`
  await db.schema.alterTable('drafts').addColumn('key_hash', bytes).execute()
  await db.schema.createIndex('drafts_key').on('drafts').column('key_hash').execute()
}
