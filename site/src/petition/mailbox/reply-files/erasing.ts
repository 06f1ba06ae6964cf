import { sql } from 'kysely'
import type { ReplyFileStore } from '../../reply-files/ports.ts'
import type { Backend } from '../backend.ts'

/** So many parts are erased in one transaction: nobody who files meanwhile waits long. */
const lot = 32

/** Erases files of replies over either database, so that none is ever half there. */
export function createReplyFileErasing({ db, attempt }: Backend): Pick<
  ReplyFileStore,
  'eraseUnnamed' | 'eraseForgotten'
> & {
  eraseParts(id: string): Promise<void>
  erase(ids: readonly string[]): Promise<void>
} {
  /** Erases the parts that are not the file: of runs that were cut off, or all where it is not there whole. */
  async function eraseParts(id: string): Promise<void> {
    for (;;) {
      const erased = await attempt(async () => {
        const due = db
          .selectFrom('reply_file_parts')
          .select(['run', 'place'])
          .where('file_id', '=', id)
          // Asked in the same statement: the file may become whole while its parts are erased.
          .where('run', '!=', ({ fn, selectFrom, val }) =>
            fn.coalesce(
              selectFrom('reply_files').select('reply_files.run').where('id', '=', id),
              val(''),
            ),
          )
          .limit(lot)
        const { numDeletedRows } = await db
          .deleteFrom('reply_file_parts')
          .where('file_id', '=', id)
          .where(({ refTuple }) => sql<boolean>`${refTuple('run', 'place')} in (${due})`)
          .executeTakeFirstOrThrow()
        return Number(numDeletedRows)
      })
      if (erased < lot) return
    }
  }

  /** Erases files that no status names, the file first: it is never half there. */
  async function erase(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const gone = await attempt(async () => {
        const { numUpdatedRows } = await db
          .updateTable('reply_files')
          .set({ run: null, sealed_bytes: null })
          .where('id', '=', id)
          .where('named', '=', 0)
          .executeTakeFirstOrThrow()
        return numUpdatedRows > 0n
      })
      if (!gone) continue
      await eraseParts(id)
      await attempt(() =>
        db
          .deleteFrom('reply_files')
          .where('id', '=', id)
          .where('named', '=', 0)
          .where('sealed_bytes', 'is', null)
          .execute(),
      )
    }
  }

  return {
    eraseParts,
    erase,

    async eraseUnnamed(number) {
      const rows = await attempt(() =>
        db
          .selectFrom('reply_files')
          .select('id')
          .where('number', '=', number)
          .where('named', '=', 0)
          .execute(),
      )
      await erase(rows.map(({ id }) => id))
    },

    async eraseForgotten(before, limit) {
      const rows = await attempt(() =>
        db
          .selectFrom('reply_files')
          .select('id')
          .where('named', '=', 0)
          .where('created_at', '<', before.toISOString())
          .limit(limit)
          .execute(),
      )
      await erase(rows.map(({ id }) => id))
      return rows.length
    },
  }
}
