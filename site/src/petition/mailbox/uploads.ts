import { sql } from 'kysely'
import type { UploadStore } from '../attachments/ports.ts'
import type { Backend } from './backend.ts'
import { createUploadErasing } from './upload-erasing.ts'
import { arriving, createUploadParts } from './upload-parts.ts'
import { bytes, uploadRow, uploadOf } from './upload-rows.ts'
import { Unavailable } from '../failures.ts'

/** The files of forms over either database. */
export function createUploadStore(backend: Backend): UploadStore {
  const { db, attempt } = backend
  const parts = createUploadParts(backend)
  const erasing = createUploadErasing(backend, parts)
  const own = (keyHash: Uint8Array, id: string) =>
    db.selectFrom('uploads').selectAll().where('id', '=', id).where('key_hash', '=', bytes(keyHash))

  return {
    create: (upload, begunBy, bounds) =>
      attempt(async () => {
        const { fn } = db
        const known = await own(upload.keyHash, upload.id).executeTakeFirst()
        if (known) return 'known'
        const form = await db
          .selectFrom('uploads')
          .select([
            fn.countAll().as('all'),
            sql<number>`count(case when state <> 'refused' then 1 end)`.as('files'),
            sql<number>`coalesce(sum(case when state <> 'refused' then size end), 0)`.as('bytes'),
          ])
          .where('key_hash', '=', bytes(upload.keyHash))
          .executeTakeFirstOrThrow()
        // Refused ones are told to the citizen, but a form cannot collect them without end.
        const crowded = Number(form.files) >= bounds.files || Number(form.all) >= bounds.files * 4
        if (crowded || Number(form.bytes) + upload.size > bounds.bytes) return 'too-many'
        const { createdAt, size } = upload
        const open = await erasing.underWay(begunBy, createdAt, bounds)
        if (open >= bounds.open) return 'too-many-open'
        const room = { bytes: size, at: createdAt, begunBy }
        if (!(await erasing.couldMakeRoom(room, bounds))) return 'no-room'
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('uploads')
          .values(uploadRow(upload, begunBy))
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow()
        return numInsertedOrUpdatedRows === 0n ? 'known' : 'created'
      }),

    find: (keyHash, id) =>
      attempt(async () => {
        const row = await own(keyHash, id).executeTakeFirst()
        return row ? uploadOf(row) : null
      }),

    list: (keyHash) =>
      attempt(async () => {
        const rows = await db
          .selectFrom('uploads')
          .selectAll()
          .where('key_hash', '=', bytes(keyHash))
          .orderBy('created_at')
          .orderBy('id')
          .execute()
        return rows.map(uploadOf)
      }),

    put: ({ keyHash, id }, { offset, length, content }, { bounds, at, grows = false }) =>
      attempt(async () => {
        const row = await own(keyHash, id).executeTakeFirst()
        if (row?.state !== 'open') return null
        const room = { bytes: length, at, begunBy: row.begun_by ?? '' }
        if (row.received === offset && !(await erasing.makeRoom(room, bounds))) {
          throw new Unavailable('full', 600)
        }
        return db.transaction().execute(async (transaction) => {
          const after = offset + length
          const grown = { received: after, touched_at: at.toISOString() }
          const { numUpdatedRows } = await transaction
            .updateTable('uploads')
            .set(grows ? { ...grown, size: after } : grown)
            .where('id', '=', id)
            .where('key_hash', '=', bytes(keyHash))
            .where('state', '=', 'open')
            .where('received', '=', offset)
            .$if(!grows, (query) => query.where('size', '>=', after))
            .executeTakeFirstOrThrow()
          if (numUpdatedRows > 0n) {
            await transaction
              .insertInto('upload_parts')
              .values({ upload_id: id, run: arriving, place: offset, content: bytes(content) })
              .execute()
            return after
          }
          const held = await transaction
            .selectFrom('uploads')
            .select(['received', 'state'])
            .where('id', '=', id)
            .where('key_hash', '=', bytes(keyHash))
            .executeTakeFirst()
          return held?.state === 'open' ? held.received : null
        })
      }),

    parts: (id, from = 0) => parts.arrived(id, from),

    putSealed: parts.putSealed,

    complete: (id, run, length, description) =>
      attempt(async () => {
        const { numUpdatedRows } = await db
          .updateTable('uploads')
          .set({ state: 'ready', run, sealed_bytes: length, description: bytes(description) })
          .where('id', '=', id)
          .where('state', '=', 'open')
          .executeTakeFirstOrThrow()
        return numUpdatedRows > 0n
      }),

    refuse: (id, description, state = 'open') =>
      attempt(async () => {
        await db
          .updateTable('uploads')
          .set({ state: 'refused', run: null, description: bytes(description) })
          .where('id', '=', id)
          .where('state', 'in', state === 'ready' ? ['open', 'ready'] : ['open'])
          .where('message_id', 'is', null)
          .execute()
      }),

    async tidy(id) {
      const row = await attempt(() =>
        db.selectFrom('uploads').select(['state', 'run']).where('id', '=', id).executeTakeFirst(),
      )
      if (row && row.state !== 'open') await parts.erase(id, row.run)
    },

    async remove(keyHash, id) {
      const row = await attempt(() =>
        own(keyHash, id).where('message_id', 'is', null).executeTakeFirst(),
      )
      if (row) await erasing.one(id)
    },

    eraseUnsent: erasing.unsent,
    eraseIdle: erasing.idle,

    sealed: (id) =>
      attempt(async () => {
        const row = await db
          .selectFrom('uploads')
          .select(['run', 'sealed_bytes'])
          .where('id', '=', id)
          .where('message_id', 'is not', null)
          .executeTakeFirst()
        if (!row || row.run === null || row.sealed_bytes === null) return null
        return { bytes: row.sealed_bytes, parts: parts.sealed(id, row.run) }
      }),
  }
}
