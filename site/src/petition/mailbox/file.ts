import type { Receipt, SealedMessage } from '../ports.ts'
import { gather } from './gather.ts'
import { messageRow, receiptRow } from './rows.ts'
import type { Backend } from './backend.ts'
import { attachUploads } from './attach-uploads.ts'

type Pair = { receipt: Receipt; message: SealedMessage; uploads: readonly string[] }

/** So many share a commit at most; a lot then stays below the databases' limits of parameters. */
const lotSize = 64

/**
 * Files receipt and message in one durable transaction; those who file at the same moment share it.
 * Gives false where the key or the number is already there; nothing is stored then.
 * @throws UploadGone when a file that was to come along is not there any more
 */
export function createFile({
  db,
  attempt,
  orderAppends,
}: Backend): (pair: Pair) => Promise<boolean> {
  return gather(
    (pairs) =>
      attempt(() =>
        db.transaction().execute(async (transaction) => {
          await orderAppends(transaction)
          const stored = await transaction
            .insertInto('receipts')
            .values(pairs.map(({ receipt }) => receiptRow(receipt)))
            .onConflict((conflict) => conflict.doNothing())
            .returning(['number', 'key_hash'])
            .execute()
          const keys = new Map(stored.map((row) => [row.number, row.key_hash]))
          const filed = pairs.map(({ receipt: { number, keyHash } }) => {
            const own = keys.get(number)?.equals(keyHash) ?? false
            // A stored row is one pair's: its twin in the same lot was not stored.
            if (own) keys.delete(number)
            return own
          })
          const messages = pairs.filter((_, index) => filed[index])
          if (messages.length > 0) {
            await transaction
              .insertInto('messages')
              .values(messages.map(({ message }) => messageRow(message)))
              .execute()
          }
          for (const { message, uploads } of messages) {
            await attachUploads(transaction, message.id, uploads)
          }
          return filed
        }),
      ),
    lotSize,
  )
}
