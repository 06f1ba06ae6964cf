import type { Transaction } from 'kysely'
import type { MailboxTables } from '../schema.ts'

/** A status names a file that is not there whole. */
export class FilesMissing extends Error {
  override name = 'FilesMissing'
}

/**
 * Makes the files that a status names those of its petition, and no others, in the transaction that stores it.
 * @throws FilesMissing where one is not there whole
 */
export async function nameReplyFiles(
  transaction: Transaction<MailboxTables>,
  number: string,
  ids: readonly string[],
): Promise<void> {
  await transaction
    .updateTable('reply_files')
    .set({ named: 0 })
    .where('number', '=', number)
    .where('named', '=', 1)
    .execute()
  if (ids.length === 0) return
  const { numUpdatedRows } = await transaction
    .updateTable('reply_files')
    .set({ named: 1 })
    .where('number', '=', number)
    .where('id', 'in', [...ids])
    .where('sealed_bytes', 'is not', null)
    .executeTakeFirstOrThrow()
  if (Number(numUpdatedRows) !== new Set(ids).size) throw new FilesMissing('a file is missing')
}
