import { randomBytes } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { FiledTogether, Receipt, SealedMessage } from '../ports.ts'
import { attachUploads } from './upload-rows.ts'
import type { Backend } from './backend.ts'
import { messageRow, receiptRow } from './rows.ts'
import type { MailboxTables } from './schema.ts'
import { spend } from './spent-challenges.ts'

type Filing = { receipt: Receipt; message: SealedMessage } & FiledTogether

/**
 * Files receipt and message in one durable transaction, with the files that come along, and erases
 * the draft that it was. Nothing is stored where the key or the number is there already, or the
 * challenge was another's.
 * @throws UploadGone when a file that was to come along is not there any more
 */
export async function file(
  { db, attempt, orderAppends }: Backend,
  { receipt, message, spending, uploads }: Filing,
): Promise<'filed' | 'number-taken' | 'spent'> {
  return attempt(() =>
    db.transaction().execute(async (transaction) => {
      await orderAppends(transaction)
      if (spending && !(await spend(transaction, spending, receipt.keyHash))) return 'spent'
      if (!(await storeReceipt(transaction, receipt))) return 'number-taken'
      await transaction.insertInto('messages').values(messageRow(message)).execute()
      if (uploads) await attachUploads(transaction, message.id, uploads)
      const keyHash = Buffer.from(receipt.keyHash)
      await transaction.deleteFrom('drafts').where('key_hash', '=', keyHash).execute()
      return 'filed'
    }),
  )
}

/**
 * Makes known a petition that was registered at the desk: no form of the portal has its key or its words. One
 * that is known is left as it is.
 */
export async function storeDeskReceipt(
  transaction: Transaction<MailboxTables>,
  number: string,
): Promise<void> {
  await storeReceipt(transaction, {
    number,
    keyHash: randomBytes(32),
    bodyHash: randomBytes(32),
    preCollection: null,
    mark: null,
    createdAt: new Date(),
  })
}

/** @returns whether it was stored: its key and its number are new */
async function storeReceipt(
  transaction: Transaction<MailboxTables>,
  receipt: Receipt,
): Promise<boolean> {
  const stored = await transaction
    .insertInto('receipts')
    .values(receiptRow(receipt))
    .onConflict((conflict) => conflict.doNothing())
    .returning('number')
    .executeTakeFirst()
  return stored !== undefined
}
