import { randomUUID } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { sql } from 'kysely'
import { joinChunks } from '../../attachments/join-chunks.ts'
import type { ReplyFileStore } from '../../reply-files/ports.ts'
import type { Backend } from '../backend.ts'
import { createReplyFileErasing } from './erasing.ts'
import { bytes } from '../upload-rows.ts'

/** Bytes of a part as it is stored. */
const partBytes = 256 * 1024

/** The files of replies over either database. */
export function createReplyFileStore(backend: Backend): ReplyFileStore {
  const { db, attempt } = backend
  const erasing = createReplyFileErasing(backend)

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
        await erasing.erase([id])
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
      await erasing.eraseParts(id)
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

    eraseUnnamed: erasing.eraseUnnamed,
    eraseForgotten: erasing.eraseForgotten,
  }
}
