import type { Mailbox } from '../ports.ts'
import type { Backend } from './backend.ts'
import { file, storeDeskReceipt } from './file-petition.ts'
import { FilesMissing, nameReplyFiles } from './reply-files/name-files.ts'
import { attachUploads } from './upload-rows.ts'
import { messageRow, receiptOf, statusOf, statusRow } from './rows.ts'

/** The mailbox over either database. */
export function createMailbox(backend: Backend): Mailbox {
  const { db, attempt, orderAppends } = backend
  const readReceipt = async (column: 'number' | 'key_hash', value: string | Buffer) => {
    const row = await db
      .selectFrom('receipts')
      .selectAll()
      .where(column, '=', value)
      .executeTakeFirst()
    return row ? receiptOf(row) : null
  }

  return {
    file: async (receipt, message, along = {}) => {
      const done = await file(backend, { receipt, message, ...along })
      if (done === 'filed') return { kind: 'filed' }
      const known = await attempt(() => readReceipt('key_hash', Buffer.from(receipt.keyHash)))
      return known ? { kind: 'key-known', receipt: known } : { kind: done }
    },

    receipt: (number) => attempt(() => readReceipt('number', number)),

    putMark: (number, mark) =>
      attempt(async () => {
        await db.updateTable('receipts').set({ mark }).where('number', '=', number).execute()
      }),

    status: (number) =>
      attempt(async () => {
        const row = await db
          .selectFrom('statuses')
          .selectAll()
          .where('number', '=', number)
          .executeTakeFirst()
        return row ? statusOf(row) : null
      }),

    append: (message, uploads = []) =>
      attempt(() =>
        db.transaction().execute(async (transaction) => {
          await orderAppends(transaction)
          const { numInsertedOrUpdatedRows } = await transaction
            .insertInto('messages')
            .values(messageRow(message))
            .onConflict((conflict) => conflict.column('id').doNothing())
            .executeTakeFirstOrThrow()
          const added = numInsertedOrUpdatedRows !== 0n
          if (added) await attachUploads(transaction, message.id, uploads)
          return added
        }),
      ),

    hasMessage: (id) =>
      attempt(async () => {
        const row = await db
          .selectFrom('messages')
          .select('sequence')
          .where('id', '=', id)
          .executeTakeFirst()
        return row !== undefined
      }),

    messagesAfter: (sequence, limit) =>
      attempt(async () => {
        const rows = await db
          .selectFrom('messages')
          .select(['sequence', 'id', 'number', 'sealed', 'received_at'])
          .where('sequence', '>', sequence)
          .orderBy('sequence')
          .limit(limit)
          .execute()
        return rows.map(({ received_at, ...row }) => ({
          ...row,
          receivedAt: new Date(received_at),
        }))
      }),

    acknowledge: (through, at) =>
      attempt(async () => {
        await db
          .updateTable('messages')
          .set({ acknowledged_at: at.toISOString() })
          .where('sequence', '<=', through)
          .where('acknowledged_at', 'is', null)
          .execute()
      }),

    eraseAcknowledged: (before, limit) =>
      attempt(async () => {
        const oldest = db
          .selectFrom('messages')
          .select('sequence')
          .where('acknowledged_at', '<', before.toISOString())
          .orderBy('acknowledged_at')
          .limit(limit)
        const { numDeletedRows } = await db
          .deleteFrom('messages')
          .where('sequence', 'in', oldest)
          .executeTakeFirstOrThrow()
        return Number(numDeletedRows)
      }),

    putStatus: (number, status) =>
      attempt(async () => {
        const row = statusRow(status)
        const stored = db.transaction().execute(async (transaction) => {
          if (typeof status.access.mark === 'number') await storeDeskReceipt(transaction, number)
          const { numUpdatedRows } = await transaction
            .updateTable('receipts')
            .set({ pre_collection_salt: null, pre_collection_verifier: null })
            .where('number', '=', number)
            .executeTakeFirstOrThrow()
          if (numUpdatedRows === 0n) return null
          const { numInsertedOrUpdatedRows } = await transaction
            .insertInto('statuses')
            .values({ number, ...row })
            .onConflict((conflict) =>
              conflict
                .column('number')
                .doUpdateSet(row)
                .where('statuses.revision', '<', status.revision),
            )
            .executeTakeFirstOrThrow()
          const replaced = numInsertedOrUpdatedRows !== 0n
          if (replaced) await nameReplyFiles(transaction, number, status.files ?? [])
          const held = await transaction
            .selectFrom('statuses')
            .select('revision')
            .where('number', '=', number)
            .executeTakeFirstOrThrow()
          const mark = status.access.mark ?? null
          if (mark !== null && held.revision === status.revision) {
            await transaction
              .updateTable('receipts')
              .set({ mark })
              .where('number', '=', number)
              .execute()
          }
          return held.revision
        })
        return stored.catch((error: unknown) => {
          if (error instanceof FilesMissing) return 'files-missing' as const
          throw error
        })
      }),

    check: () =>
      attempt(async () => {
        await db.selectFrom('receipts').select('number').limit(1).execute()
      }),
    close: () => db.destroy(),
  }
}
