import type { Transaction } from 'kysely'
import type { Spending } from '../ports.ts'
import type { Spent } from '../proof/submission-guard.ts'
import type { Backend } from './backend.ts'
import type { MailboxTables } from './schema.ts'

/**
 * Uses up challenges, each for a form's key, in the transaction that files the forms: no commit of its
 * own, and nothing is used up by what was not filed.
 * @returns whether a challenge is a key's: it was free, or that key has used it before
 */
export async function spendIn(
  transaction: Transaction<MailboxTables>,
  spendings: readonly (Spending & { keyHash: Uint8Array })[],
): Promise<(challenge: string, keyHash: Uint8Array) => boolean> {
  if (spendings.length === 0) return () => false
  const used = await transaction
    .insertInto('spent')
    .values(
      spendings.map(({ challenge, keyHash, expiresAt }) => ({
        challenge,
        key_hash: Buffer.from(keyHash),
        expires_at: expiresAt.toISOString(),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning(['challenge', 'key_hash'])
    .execute()
  const users = new Map(used.map((row) => [row.challenge, row.key_hash]))
  const known = spendings.map(({ challenge }) => challenge).filter((one) => !users.has(one))
  if (known.length > 0) {
    const rows = await transaction
      .selectFrom('spent')
      .select(['challenge', 'key_hash'])
      .where('challenge', 'in', known)
      .execute()
    for (const row of rows) users.set(row.challenge, row.key_hash)
  }
  return (challenge, keyHash) => users.get(challenge)?.equals(keyHash) ?? false
}

/** Used challenges over either database, so that one is used once at whichever portal. */
export function createSpentStore({ db, attempt }: Backend): Spent {
  return {
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
