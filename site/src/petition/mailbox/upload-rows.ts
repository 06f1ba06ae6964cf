import type { Selectable } from 'kysely'
import type { Upload } from '../attachments/ports.ts'
import type { MailboxTables } from './schema.ts'

type Row = Selectable<MailboxTables['uploads']>

/** A file as it is stored when it is begun. */
export function rowOf(upload: Upload, begunBy: string): Row {
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
}: Row): Upload {
  const createdAt = new Date(created_at)
  return { id, keyHash: key_hash, state, size, received, description, createdAt }
}

/** The drivers store buffers only. */
export function bytes(content: Uint8Array): Buffer {
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength)
}
