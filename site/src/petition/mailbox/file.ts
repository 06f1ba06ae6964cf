import type { Transaction } from 'kysely'
import type { Along, Receipt, SealedMessage } from '../ports.ts'
import { attachUploads } from './attach-uploads.ts'
import type { Backend } from './backend.ts'
import { gather } from './gather.ts'
import { messageRow, receiptRow } from './rows.ts'
import type { MailboxTables } from './schema.ts'
import { spendIn } from './spent.ts'

type Pair = { receipt: Receipt; message: SealedMessage } & Along

/** So many share a commit at most; a lot then stays below the databases' limits of parameters. */
const lotSize = 64

/**
 * Files receipt and message in one durable transaction; those who file at the same moment share it.
 * Nothing is stored where the key or the number is there already, or the challenge was another's.
 * @throws UploadGone when a file that was to come along is not there any more
 */
export function createFile({
  db,
  attempt,
  orderAppends,
}: Backend): (pair: Pair) => Promise<'filed' | 'number-taken' | 'spent'> {
  return gather(
    (pairs) =>
      attempt(() =>
        db.transaction().execute(async (transaction) => {
          await orderAppends(transaction)
          const mayFile = await spend(transaction, pairs)
          const stored = await storeReceipts(
            transaction,
            pairs.filter((pair) => mayFile(pair)).map(({ receipt }) => receipt),
          )
          const filed = new Set(pairs.filter(({ receipt }) => stored.has(receipt)))
          await storeMessages(transaction, [...filed])
          return pairs.map((pair) =>
            filed.has(pair) ? 'filed' : mayFile(pair) ? 'number-taken' : 'spent',
          )
        }),
      ),
    lotSize,
  )
}

/** Uses up the challenges of a lot; whose was free, or its own already, may be filed. */
async function spend(
  transaction: Transaction<MailboxTables>,
  pairs: Pair[],
): Promise<(pair: Pair) => boolean> {
  const spendings = pairs.flatMap(({ receipt: { keyHash }, spending }) =>
    spending ? [{ ...spending, keyHash }] : [],
  )
  const isUsedBy = await spendIn(transaction, spendings)
  return ({ receipt, spending }) => !spending || isUsedBy(spending.challenge, receipt.keyHash)
}

/** Stores receipts of new keys and numbers; those that are stored. */
async function storeReceipts(
  transaction: Transaction<MailboxTables>,
  receipts: Receipt[],
): Promise<Set<Receipt>> {
  if (receipts.length === 0) return new Set()
  const stored = await transaction
    .insertInto('receipts')
    .values(receipts.map(receiptRow))
    .onConflict((conflict) => conflict.doNothing())
    .returning(['number', 'key_hash'])
    .execute()
  const keys = new Map(stored.map((row) => [row.number, row.key_hash]))
  const own = receipts.filter(({ number, keyHash }) => {
    const isOwn = keys.get(number)?.equals(keyHash) ?? false
    // A stored row is one receipt's: its twin in the same lot was not stored.
    if (isOwn) keys.delete(number)
    return isOwn
  })
  return new Set(own)
}

/** Stores messages with their files, and erases the drafts that they were. */
async function storeMessages(
  transaction: Transaction<MailboxTables>,
  pairs: Pair[],
): Promise<void> {
  if (pairs.length === 0) return
  await transaction
    .insertInto('messages')
    .values(pairs.map(({ message }) => messageRow(message)))
    .execute()
  for (const { message, uploads } of pairs) {
    if (uploads) await attachUploads(transaction, message.id, uploads)
  }
  const keys = pairs.map(({ receipt }) => Buffer.from(receipt.keyHash))
  await transaction.deleteFrom('drafts').where('key_hash', 'in', keys).execute()
}
