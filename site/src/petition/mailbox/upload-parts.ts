import { setImmediate as nextTurn } from 'node:timers/promises'
import { sql } from 'kysely'
import type { UploadStore } from '../attachments/ports.ts'
import type { Backend } from './backend.ts'
import { bytes } from './upload-rows.ts'

/** The run of parts as they arrive; a sealing run is named by a UUID. */
export const arriving = ''
/** So many parts are erased in one transaction: nobody who files meanwhile waits long. */
const lot = 32

/** The parts of files over either database. */
export function createUploadParts({ db, attempt }: Backend): {
  /** Erases the parts of a file, except those of one run. */
  erase(id: string, kept: string | null): Promise<void>
  arrived: UploadStore['parts']
  sealed(id: string, run: string): AsyncIterable<Uint8Array>
  putSealed: UploadStore['putSealed']
} {
  async function* contents(
    id: string,
    run: string,
    from: number,
  ): AsyncIterable<{ offset: number; content: Uint8Array }> {
    for (let next = from; ;) {
      const row = await attempt(() =>
        db
          .selectFrom('upload_parts')
          .select(['place', 'content'])
          .where('upload_id', '=', id)
          .where('run', '=', run)
          .where('place', '>=', next)
          .orderBy('place')
          .limit(1)
          .executeTakeFirst(),
      )
      if (!row) return
      // SQLite answers without leaving this turn of the event loop: a file would hold up everybody.
      await nextTurn()
      yield { offset: row.place, content: row.content }
      next = row.place + 1
    }
  }

  /** The part that holds byte `from` may begin before it. */
  async function* arrived(id: string, from = 0) {
    const first = await attempt(() =>
      db
        .selectFrom('upload_parts')
        .select(({ fn }) => fn.max('place').as('place'))
        .where('upload_id', '=', id)
        .where('run', '=', arriving)
        .where('place', '<=', from)
        .executeTakeFirst(),
    )
    yield* contents(id, arriving, Number(first?.place ?? 0))
  }

  return {
    async erase(id, kept) {
      for (;;) {
        const erased = await attempt(async () => {
          const due = db
            .selectFrom('upload_parts')
            .select(['run', 'place'])
            .where('upload_id', '=', id)
            .$if(kept !== null, (query) => query.where('run', '!=', kept ?? ''))
            .limit(lot)
          const { numDeletedRows } = await db
            .deleteFrom('upload_parts')
            .where('upload_id', '=', id)
            .where(({ refTuple }) => sql<boolean>`${refTuple('run', 'place')} in (${due})`)
            .executeTakeFirstOrThrow()
          return Number(numDeletedRows)
        })
        if (erased < lot) return
      }
    },

    arrived,

    async *sealed(id, run) {
      for await (const { content } of contents(id, run, 0)) yield content
    },

    putSealed: (id, run, place, content) =>
      attempt(async () => {
        try {
          await db
            .insertInto('upload_parts')
            .values({ upload_id: id, run, place, content: bytes(content) })
            .execute()
          return true
        } catch (error) {
          const code = error instanceof Error && 'code' in error ? String(error.code) : ''
          if (/^(?:SQLITE_CONSTRAINT_FOREIGNKEY|23503)$/.test(code)) return false
          throw error
        }
      }),
  }
}
