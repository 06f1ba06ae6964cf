import type { Kysely, Transaction } from 'kysely'
import { Migrator } from 'kysely/migration'
import type { Mailbox } from '../ports.ts'
import { createFile } from './file.ts'
import { messageRow, receiptOf, statusOf, statusRow } from './rows.ts'
import { migrations } from './schema.ts'
import type { Dialect, MailboxTables } from './schema.ts'

/** What differs between the databases. */
export type Backend = {
  dialect: Dialect
  db: Kysely<MailboxTables>
  /** Runs an operation; turns "not now" of the database into `Unavailable`, after bounded waiting. */
  attempt<T>(operation: () => Promise<T>): Promise<T>
  /** Makes the order in which messages get their sequence the order in which they become visible. */
  orderAppends(transaction: Transaction<MailboxTables>): Promise<void>
}

/** Brings the tables up to date. Safe to run from several portals at once. */
export async function migrate({ db, dialect }: Backend): Promise<void> {
  const provider = { getMigrations: async () => migrations(dialect) }
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error) throw new Error('the mailbox tables cannot be brought up to date', { cause: error })
}

/** The mailbox over either database. */
export function createMailbox(backend: Backend): Mailbox {
  const { db, attempt, orderAppends } = backend
  const file = createFile(backend)
  const readReceipt = async (column: 'number' | 'key_hash', value: string | Buffer) => {
    const row = await db
      .selectFrom('receipts')
      .selectAll()
      .where(column, '=', value)
      .executeTakeFirst()
    return row ? receiptOf(row) : null
  }

  return {
    file: async (receipt, message) => {
      if (await file({ receipt, message })) return { kind: 'filed' }
      const known = await attempt(() => readReceipt('key_hash', Buffer.from(receipt.keyHash)))
      return known ? { kind: 'key-known', receipt: known } : { kind: 'number-taken' }
    },

    receipt: (number) => attempt(() => readReceipt('number', number)),

    status: (number) =>
      attempt(async () => {
        const row = await db
          .selectFrom('statuses')
          .selectAll()
          .where('number', '=', number)
          .executeTakeFirst()
        return row ? statusOf(row) : null
      }),

    append: (message) =>
      attempt(() =>
        db.transaction().execute(async (transaction) => {
          await orderAppends(transaction)
          const { numInsertedOrUpdatedRows } = await transaction
            .insertInto('messages')
            .values(messageRow(message))
            .onConflict((conflict) => conflict.column('id').doNothing())
            .executeTakeFirstOrThrow()
          return numInsertedOrUpdatedRows !== 0n
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

    putStatus: (number, status, at) =>
      attempt(async () => {
        const row = statusRow(status, at)
        return db.transaction().execute(async (transaction) => {
          const { numUpdatedRows } = await transaction
            .updateTable('receipts')
            .set({ early_salt: null, early_verifier: null })
            .where('number', '=', number)
            .executeTakeFirstOrThrow()
          if (numUpdatedRows === 0n) return null
          await transaction
            .insertInto('statuses')
            .values({ number, ...row })
            .onConflict((conflict) =>
              conflict
                .column('number')
                .doUpdateSet(row)
                .where('statuses.revision', '<', status.revision),
            )
            .execute()
          const held = await transaction
            .selectFrom('statuses')
            .select('revision')
            .where('number', '=', number)
            .executeTakeFirstOrThrow()
          return held.revision
        })
      }),

    check: () =>
      attempt(async () => {
        await db.selectFrom('receipts').select('number').limit(1).execute()
      }),
    close: () => db.destroy(),
  }
}
