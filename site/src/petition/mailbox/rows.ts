import type { Insertable, Selectable } from 'kysely'
import type { Receipt, SealedMessage, SealedStatus } from '../ports.ts'
import type { MailboxTables } from './schema.ts'

/** A receipt as it is stored. */
export function receiptRow(receipt: Receipt): MailboxTables['receipts'] {
  return {
    number: receipt.number,
    key_hash: Buffer.from(receipt.keyHash),
    body_hash: Buffer.from(receipt.bodyHash),
    pre_collection_salt: receipt.preCollection && Buffer.from(receipt.preCollection.salt),
    pre_collection_verifier: receipt.preCollection && Buffer.from(receipt.preCollection.verifier),
    mark: receipt.mark,
    created_at: receipt.createdAt.toISOString(),
  }
}

/** A stored receipt. */
export function receiptOf(row: Selectable<MailboxTables['receipts']>): Receipt {
  const { pre_collection_salt: salt, pre_collection_verifier: verifier } = row
  return {
    number: row.number,
    keyHash: row.key_hash,
    bodyHash: row.body_hash,
    preCollection: salt && verifier && { salt, verifier },
    mark: row.mark,
    createdAt: new Date(row.created_at),
  }
}

/** A message as it is stored; its sequence is given by the database. */
export function messageRow(message: SealedMessage): Insertable<MailboxTables['messages']> {
  return {
    id: message.id,
    number: message.number,
    sealed: Buffer.from(message.sealed),
    received_at: message.receivedAt.toISOString(),
    acknowledged_at: null,
  }
}

/** What a status replaces in its row. */
export function statusRow({
  revision,
  sealed,
  access,
}: SealedStatus): Omit<MailboxTables['statuses'], 'number'> {
  return {
    revision,
    sealed: Buffer.from(sealed),
    salt: Buffer.from(access.salt),
    verifier: Buffer.from(access.verifier),
    wrapped_identity: Buffer.from(access.wrappedIdentity),
  }
}

/** A stored status. */
export function statusOf(row: Selectable<MailboxTables['statuses']>): SealedStatus {
  const { revision, sealed, salt, verifier, wrapped_identity: wrappedIdentity } = row
  return { revision, sealed, access: { salt, verifier, wrappedIdentity } }
}
