import type { DraftStore } from '../drafts/drafts.ts'
import type { Backend } from './backend.ts'

/** The drafts over either database. */
export function createDraftStore({ db, attempt }: Backend): DraftStore {
  return {
    put: ({ id, keyHash, sealed, savedAt }, most) =>
      attempt(async () => {
        const place = Buffer.from(id)
        const row = {
          key_hash: Buffer.from(keyHash),
          sealed: Buffer.from(sealed),
          saved_at: savedAt.toISOString(),
        }
        const { numUpdatedRows } = await db
          .updateTable('drafts')
          .set(row)
          .where('id', '=', place)
          .executeTakeFirstOrThrow()
        if (numUpdatedRows > 0n) return true
        // Two portals may both find room for the last one; the bound is not that sharp.
        const { stored } = await db
          .selectFrom('drafts')
          .select(({ fn }) => fn.countAll().as('stored'))
          .executeTakeFirstOrThrow()
        if (Number(stored) >= most) return false
        await db
          .insertInto('drafts')
          .values({ id: place, ...row })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
          .execute()
        return true
      }),

    read: (id, since) =>
      attempt(async () => {
        const row = await db
          .selectFrom('drafts')
          .select(['sealed', 'saved_at'])
          .where('id', '=', Buffer.from(id))
          .where('saved_at', '>=', since.toISOString())
          .executeTakeFirst()
        return row ? { sealed: row.sealed, savedAt: new Date(row.saved_at) } : null
      }),

    erase: (id) =>
      attempt(async () => {
        const { numDeletedRows } = await db
          .deleteFrom('drafts')
          .where('id', '=', Buffer.from(id))
          .executeTakeFirstOrThrow()
        return numDeletedRows > 0n
      }),

    eraseOf: (keyHash) =>
      attempt(async () => {
        await db.deleteFrom('drafts').where('key_hash', '=', Buffer.from(keyHash)).execute()
      }),

    eraseSaved: (before, limit) =>
      attempt(async () => {
        const oldest = db
          .selectFrom('drafts')
          .select('id')
          .where('saved_at', '<', before.toISOString())
          .orderBy('saved_at')
          .limit(limit)
        const { numDeletedRows } = await db
          .deleteFrom('drafts')
          .where('id', 'in', oldest)
          .executeTakeFirstOrThrow()
        return Number(numDeletedRows)
      }),
  }
}
