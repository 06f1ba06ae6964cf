import type { Transaction } from 'kysely'
import { UploadGone } from '../attachments/ports.ts'
import type { MailboxTables } from './schema.ts'

/**
 * Makes ready files the message's, in the transaction that stores it.
 * @throws UploadGone when one is not there any more or belongs to another message
 */
export async function attachUploads(
  transaction: Transaction<MailboxTables>,
  messageId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  const { numUpdatedRows } = await transaction
    .updateTable('uploads')
    .set({ message_id: messageId, begun_by: null })
    .where('id', 'in', [...ids])
    .where('state', '=', 'ready')
    .where('message_id', 'is', null)
    .executeTakeFirstOrThrow()
  if (Number(numUpdatedRows) !== ids.length) throw new UploadGone('an attachment is gone')
}
