import type { Spent } from '../proof/admit.ts'
import type { Backend } from './backend.ts'
import { gather } from './gather.ts'

type Spending = { challenge: string; keyHash: Uint8Array; expiresAt: Date }

/** So many share a commit at most, as those who file do. */
const lotSize = 64

/** Used challenges over either database, so that one is used once at whichever portal. */
export function createSpentStore({ db, attempt, orderAppends }: Backend): Spent {
  const spend = gather<Spending, boolean>(
    (spendings) =>
      attempt(() =>
        db.transaction().execute(async (transaction) => {
          // Two lots that want the same challenges in another order would wait for each other.
          await orderAppends(transaction)
          await transaction
            .insertInto('spent')
            .values(
              spendings.map(({ challenge, keyHash, expiresAt }) => ({
                challenge,
                key_hash: Buffer.from(keyHash),
                expires_at: expiresAt.toISOString(),
              })),
            )
            .onConflict((conflict) => conflict.doNothing())
            .execute()
          const rows = await transaction
            .selectFrom('spent')
            .select(['challenge', 'key_hash'])
            .where(
              'challenge',
              'in',
              spendings.map(({ challenge }) => challenge),
            )
            .execute()
          const users = new Map(rows.map((row) => [row.challenge, row.key_hash]))
          return spendings.map(
            ({ challenge, keyHash }) => users.get(challenge)?.equals(keyHash) ?? false,
          )
        }),
      ),
    lotSize,
  )

  return {
    spend: (challenge, keyHash, expiresAt) => spend({ challenge, keyHash, expiresAt }),

    isFiled: (keyHash) =>
      attempt(async () => {
        const row = await db
          .selectFrom('receipts')
          .select('number')
          .where('key_hash', '=', Buffer.from(keyHash))
          .executeTakeFirst()
        return row !== undefined
      }),

    eraseExpired: (before, limit) =>
      attempt(async () => {
        const oldest = db
          .selectFrom('spent')
          .select('challenge')
          .where('expires_at', '<', before.toISOString())
          .orderBy('expires_at')
          .limit(limit)
        const { numDeletedRows } = await db
          .deleteFrom('spent')
          .where('challenge', 'in', oldest)
          .executeTakeFirstOrThrow()
        return Number(numDeletedRows)
      }),
  }
}
