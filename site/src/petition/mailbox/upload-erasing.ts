import type { Backend } from './backend.ts'
import type { createUploadParts } from './upload-parts.ts'

/** Erases files of forms over either database, so that none is ever half there for whoever sends it. */
export function createUploadErasing(
  { db, attempt }: Backend,
  parts: ReturnType<typeof createUploadParts>,
): {
  /** Erases a file unless it belongs to a message. */
  one(id: string): Promise<void>
  /** `UploadStore.eraseUnsent`. */
  unsent(before: Date, limit: number): Promise<number>
  /**
   * Erases files begun before `before` that belong to no message, the oldest first, until so many
   * bytes are free. False, and none is erased, where they would not be enough.
   */
  free(bytes: number, before: Date): Promise<boolean>
} {
  const unsentBefore = (before: Date) =>
    db
      .selectFrom('uploads')
      .where('message_id', 'is', null)
      .where('created_at', '<', before.toISOString())

  async function one(id: string): Promise<void> {
    // The file first: whoever sends the form in this moment finds it gone, never half there.
    const gone = await attempt(async () => {
      const { numUpdatedRows } = await db
        .updateTable('uploads')
        .set({ state: 'refused', run: null })
        .where('id', '=', id)
        .where('message_id', 'is', null)
        .executeTakeFirstOrThrow()
      return numUpdatedRows > 0n
    })
    if (!gone) return
    await parts.erase(id, null)
    await attempt(() => db.deleteFrom('uploads').where('id', '=', id).execute())
  }

  return {
    one,

    async unsent(before, limit) {
      const due = await attempt(() =>
        unsentBefore(before)
          .select('id')
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('drafts')
                  .select('drafts.id')
                  .whereRef('drafts.key_hash', '=', 'uploads.key_hash'),
              ),
            ),
          )
          .limit(limit)
          .execute(),
      )
      for (const { id } of due) await one(id)
      return due.length
    },

    async free(bytes, before) {
      const oldest = await attempt(() =>
        unsentBefore(before)
          .select(['id', 'size'])
          .where('state', '!=', 'refused')
          .orderBy('created_at')
          .execute(),
      )
      const giving: string[] = []
      let freed = 0
      for (const { id, size } of oldest) {
        if (freed >= bytes) break
        giving.push(id)
        freed += size
      }
      if (freed < bytes) return false
      for (const id of giving) await one(id)
      return true
    },
  }
}
