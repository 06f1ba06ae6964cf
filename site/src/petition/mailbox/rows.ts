import type { Insertable, Selectable } from 'kysely'
import type { Receipt, SealedMessage } from '../ports.ts'
import type { MailboxTables } from './schema.ts'

/** A receipt as it is stored. */
export function receiptRow(receipt: Receipt): MailboxTables['receipts'] {
  return {
    number: receipt.number,
    key_hash: Buffer.from(receipt.keyHash),
    body_hash: Buffer.from(receipt.bodyHash),
    salt: Buffer.from(receipt.salt),
    verifier: Buffer.from(receipt.verifier),
    created_at: receipt.createdAt.toISOString(),
  }
}

/** A stored receipt. */
export function receiptOf(row: Selectable<MailboxTables['receipts']>): Receipt {
  return {
    number: row.number,
    keyHash: row.key_hash,
    bodyHash: row.body_hash,
    salt: row.salt,
    verifier: row.verifier,
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
