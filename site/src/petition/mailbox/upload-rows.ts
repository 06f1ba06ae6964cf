import type { Selectable, Transaction } from 'kysely'
import type { Upload } from '../attachments/ports.ts'
import type { MailboxTables } from './schema.ts'
import { UploadGone } from '../attachments/ports.ts'

type UploadRow = Selectable<MailboxTables['uploads']>

/** A file as it is stored when it is begun. */
export function uploadRow(upload: Upload, begunBy: string): UploadRow {
  const { id, keyHash, state, size, received, description, createdAt } = upload
  return {
    id,
    key_hash: bytes(keyHash),
    message_id: null,
    state,
    size,
    received,
    description: bytes(description),
    run: null,
    sealed_bytes: null,
    created_at: createdAt.toISOString(),
    begun_by: begunBy,
    touched_at: createdAt.toISOString(),
  }
}

/** A stored file. */
export function uploadOf({
  id,
  key_hash,
  state,
  size,
  received,
  description,
  created_at,
}: UploadRow): Upload {
  const createdAt = new Date(created_at)
  return { id, keyHash: key_hash, state, size, received, description, createdAt }
}

/** The drivers store buffers only. */
export function bytes(content: Uint8Array): Buffer {
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength)
}

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
