import type { Kysely } from 'kysely'

/** What tells right codes from a flood of wrong ones. */
export async function addCodeMarks(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('receipts').addColumn('mark', 'smallint').execute()
}
