import type { EndedVisits } from '../access/ended-visits.ts'
import type { Backend } from './backend.ts'

/** Beside the challenges that were used up, which are hex digits: both are erased once they would be too old anyhow. */
const keyOf = (id: string) => `visit ${id}`

/** Visits that were ended, over either database, so that they are at whichever portal. */
export function createEndedVisits({ db, attempt }: Backend): EndedVisits {
  return {
    end: (id, until) =>
      attempt(async () => {
        const expires_at = until.toISOString()
        await db
          .insertInto('spent')
          .values({ challenge: keyOf(id), key_hash: Buffer.alloc(0), expires_at })
          .onConflict((conflict) => conflict.column('challenge').doUpdateSet({ expires_at }))
          .execute()
      }),

    endedUntil: (id) =>
      attempt(async () => {
        const row = await db
          .selectFrom('spent')
          .select('expires_at')
          .where('challenge', '=', keyOf(id))
          .executeTakeFirst()
        return row ? new Date(row.expires_at) : null
      }),
  }
}
