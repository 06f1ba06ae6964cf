import { randomUUID } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { sql } from 'kysely'
import { joinChunks } from '../../attachments/join-chunks.ts'
import type { ReplyFileStore } from '../../reply-files/ports.ts'
import type { Backend } from '../backend.ts'
import { bytes } from '../upload-rows.ts'

/** Bytes of a part as it is stored. */
const partBytes = 256 * 1024
/** So many parts are erased in one transaction: nobody who files meanwhile waits long. */
const lot = 32

/** The files of replies over either database. */
export function createReplyFileStore({ db, attempt }: Backend): ReplyFileStore {
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

  async function* partsOf(id: string, run: string): AsyncIterable<Uint8Array> {
    for (let next = 0; ;) {
      const row = await attempt(() =>
        db
          .selectFrom('reply_file_parts')
          .select(['place', 'content'])
          .where('file_id', '=', id)
          .where('run', '=', run)
          .where('place', '>=', next)
          .orderBy('place')
          .limit(1)
          .executeTakeFirst(),
      )
      if (!row) return
      // SQLite answers without leaving this turn of the event loop: a file would hold up everybody.
      await nextTurn()
      yield row.content
      next = row.place + 1
    }
  }

  const held = (number: string) =>
    attempt(async () => {
      const rows = await db
        .selectFrom('reply_files')
        .select('id')
        .where('number', '=', number)
        .where('sealed_bytes', 'is not', null)
        .execute()
      return rows.map(({ id }) => id)
    })

  return {
    async put({ number, id, at }, length, content) {
      const run = randomUUID()
      const known = await attempt(() =>
        db
          .selectFrom('reply_files')
          .select(['number', 'sealed_bytes'])
          .where('id', '=', id)
          .executeTakeFirst(),
      )
      if (known && (known.number !== number || known.sealed_bytes !== null)) {
        return known.number === number
      }
      const row = { id, number, run: null, sealed_bytes: null, named: 0 }
      await attempt(() =>
        db
          .insertInto('reply_files')
          .values({ ...row, created_at: at.toISOString() })
          .onConflict((conflict) => conflict.doNothing())
          .execute(),
      )
      let stored = 0
      for await (const part of joinChunks(content, partBytes)) {
        const place = stored
        stored += part.length
        if (stored > length) break
        await attempt(() =>
          db
            .insertInto('reply_file_parts')
            .values({ file_id: id, run, place, content: bytes(part) })
            .execute(),
        )
      }
      if (stored !== length) {
        await erase([id])
        return false
      }
      const isWhole = await attempt(async () => {
        const { numUpdatedRows } = await db
          .updateTable('reply_files')
          .set({ run, sealed_bytes: stored })
          .where('id', '=', id)
          .where('sealed_bytes', 'is', null)
          .where(
            // Nothing of it was erased while it came.
            ({ selectFrom }) =>
              selectFrom('reply_file_parts')
                .select(sql<number>`sum(length(content))`.as('length'))
                .where('file_id', '=', id)
                .where('run', '=', run),
            '=',
            length,
          )
          .executeTakeFirstOrThrow()
        return numUpdatedRows > 0n
      })
      await eraseParts(id)
      return isWhole || (await held(number)).includes(id)
    },

    held,

    sealed: (number, id) =>
      attempt(async () => {
        const row = await db
          .selectFrom('reply_files')
          .select(['run', 'sealed_bytes'])
          .where('number', '=', number)
          .where('id', '=', id)
          .where('named', '=', 1)
          .executeTakeFirst()
        if (!row || row.run === null || row.sealed_bytes === null) return null
        return { bytes: row.sealed_bytes, parts: partsOf(id, row.run) }
      }),

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
