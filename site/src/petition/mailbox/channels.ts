import type { Channels } from '../ports.ts'
import type { Backend } from './backend.ts'

/** What the office can send by, over either database, so that every portal offers the same. */
export function createChannelStore({ db, attempt }: Backend): Channels {
  return {
    offered: () =>
      attempt(async () => {
        const rows = await db.selectFrom('channels').select('way').execute()
        return rows.map(({ way }) => way)
      }),

    offer: (ways) =>
      attempt(() =>
        db.transaction().execute(async (transaction) => {
          await transaction.deleteFrom('channels').execute()
          const rows = [...new Set(ways)].map((way) => ({ way }))
          if (rows.length === 0) return
          await transaction
            .insertInto('channels')
            .values(rows)
            .onConflict((conflict) => conflict.doNothing())
            .execute()
        }),
      ),
  }
}
