import { sql } from 'kysely'
import type { UploadBounds } from '../attachments/ports.ts'
import type { Backend } from './backend.ts'
import type { createUploadParts } from './upload-parts.ts'
import { heaviestOf, idleAt, unsaved } from './upload-unsent.ts'

/** Room that is asked for, by whom and when. */
type AskedRoom = { bytes: number; at: Date; begunBy: string }

/**
 * Erases files of forms over either database, so that none is ever half there for whoever sends it,
 * and makes room for others.
 */
export function createUploadErasing(
  { db, attempt }: Backend,
  parts: ReturnType<typeof createUploadParts>,
): {
  /** Erases a file unless it belongs to a message. */
  one(id: string): Promise<void>
  /** `UploadStore.eraseUnsent`. */
  unsent(before: Date, limit: number): Promise<number>
  /** `UploadStore.eraseIdle`. */
  idle(at: Date, bounds: UploadBounds, limit: number): Promise<number>
  /** Files that somebody has under way and that are not idle. */
  underWay(begunBy: string, at: Date, bounds: UploadBounds): Promise<number>
  /**
   * Sees to it that so many bytes more may arrive. Where they may not, files that were kept long
   * enough give way, the oldest first, then those of whoever fills more than a quarter of the room.
   * False, and none is erased, where that would not be enough.
   */
  makeRoom(asked: AskedRoom, bounds: UploadBounds): Promise<boolean>
  /** Whether room could be made. Erases nothing: what is only declared costs nobody a file. */
  couldMakeRoom(asked: AskedRoom, bounds: UploadBounds): Promise<boolean>
} {
  const unsent = () => db.selectFrom('uploads').where('message_id', 'is', null)

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

  async function every(due: { id: string }[]): Promise<number> {
    for (const { id } of due) await one(id)
    return due.length
  }

  /** The files that would give way; `null` where that would not be enough. */
  async function givingWay(
    { bytes, at, begunBy }: AskedRoom,
    { waiting, unsentTime }: UploadBounds,
  ): Promise<{ id: string }[] | null> {
    const kept = () => unsent().where('state', '!=', 'refused')
    const { arrived } = await kept()
      .select(sql<number>`coalesce(sum(received), 0)`.as('arrived'))
      .executeTakeFirstOrThrow()
    const lacking = Number(arrived) + bytes - waiting
    if (lacking <= 0) return []

    const byAge = () => kept().select(['id', 'received']).orderBy('created_at')
    const before = new Date(at.getTime() - unsentTime).toISOString()
    const giving = await byAge().where('created_at', '<', before).execute()
    const heaviest = await heaviestOf(db)
    if (heaviest && heaviest.begunBy !== begunBy) {
      let above = heaviest.bytes - waiting / 4
      const theirs = byAge().where('created_at', '>=', before).where(unsaved)
      for (const file of await theirs.where('begun_by', '=', heaviest.begunBy).execute()) {
        if (above > 0) giving.push(file)
        above -= file.received
      }
    }
    let freed = 0
    const given = giving.filter(({ received }) => {
      if (freed >= lacking) return false
      freed += received
      return received > 0
    })
    return freed < lacking ? null : given
  }

  return {
    one,

    unsent: async (before, limit) =>
      every(
        await attempt(() =>
          unsent()
            .select('id')
            .where('created_at', '<', before.toISOString())
            .where(unsaved)
            .limit(limit)
            .execute(),
        ),
      ),

    idle: async (at, bounds, limit) =>
      every(
        await attempt(() =>
          unsent()
            .select('id')
            .where('state', '=', 'open')
            .where(idleAt(at, bounds))
            .where(unsaved)
            .limit(limit)
            .execute(),
        ),
      ),

    async underWay(begunBy, at, bounds) {
      const { open } = await unsent()
        .select(({ fn }) => fn.countAll().as('open'))
        .where('begun_by', '=', begunBy)
        .where('state', '=', 'open')
        .where(({ not }) => not(idleAt(at, bounds)))
        .executeTakeFirstOrThrow()
      return Number(open)
    },

    async makeRoom(asked, bounds) {
      const given = await givingWay(asked, bounds)
      if (given) await every(given)
      return given !== null
    },
    couldMakeRoom: async (asked, bounds) => (await givingWay(asked, bounds)) !== null,
  }
}
