import { sql } from 'kysely'
import type { ExpressionBuilder, Kysely } from 'kysely'
import type { UploadBounds } from '../attachments/ports.ts'
import type { MailboxTables } from './schema.ts'

type Uploads = ExpressionBuilder<MailboxTables, 'uploads'>

/** Whose form is not saved as a draft. */
export const unsaved = ({ not, exists, selectFrom }: Uploads) =>
  not(
    exists(
      selectFrom('drafts').select('drafts.id').whereRef('drafts.key_hash', '=', 'uploads.key_hash'),
    ),
  )

/** Of which nothing, or nothing more, has come for long enough. */
export const idleAt = (at: Date, { silent, halting }: UploadBounds) => {
  const ago = (milliseconds: number) => new Date(at.getTime() - milliseconds).toISOString()
  return sql<boolean>`touched_at < (case when received = 0 then ${ago(silent)} else ${ago(halting)} end)`
}

/** Who has most bytes there that were not sent, and how many; `null` where nobody has any. */
export async function heaviestOf(
  db: Kysely<MailboxTables>,
): Promise<{ begunBy: string; bytes: number } | null> {
  const bytes = sql<number>`sum(received)`
  const row = await db
    .selectFrom('uploads')
    .select(['begun_by', bytes.as('bytes')])
    .where('message_id', 'is', null)
    .where('state', '!=', 'refused')
    .where('begun_by', 'is not', null)
    .groupBy('begun_by')
    .orderBy(bytes, 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.begun_by ? { begunBy: row.begun_by, bytes: Number(row.bytes) } : null
}
