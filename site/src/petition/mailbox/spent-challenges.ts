import type { Transaction } from 'kysely'
import type { Spending } from '../ports.ts'
import type { SpentChallenges } from '../submit/proof/submission-guard.ts'
import type { Backend } from './backend.ts'
import type { MailboxTables } from './schema.ts'

/**
 * Uses up a challenge for a form's key, in the transaction that files the form: no commit of its own,
 * and nothing is used up by what was not filed.
 * @returns whether the challenge is this key's: it was free, or the key has used it before
 */
export async function spend(
  transaction: Transaction<MailboxTables>,
  { challenge, expiresAt }: Spending,
  keyHash: Uint8Array,
): Promise<boolean> {
  await transaction
    .insertInto('spent')
    .values({
      challenge,
      key_hash: Buffer.from(keyHash),
      expires_at: expiresAt.toISOString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { key_hash: user } = await transaction
    .selectFrom('spent')
    .select('key_hash')
    .where('challenge', '=', challenge)
    .executeTakeFirstOrThrow()
  return user.equals(keyHash)
}

/** Used challenges over either database, so that one is used once at whichever portal. */
export function createSpentChallenges({ db, attempt }: Backend): SpentChallenges {
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
