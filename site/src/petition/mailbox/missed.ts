import { sql } from 'kysely'
import { seenEnough } from '../../search/missed/query.ts'
import type { MissedStore } from '../../search/missed/store.ts'
import type { Backend } from './backend.ts'

/** What was sought and not found, over either database. */
export function createMissedStore({ db, attempt }: Backend): MissedStore {
  return {
    count: (digest, query, day) =>
      attempt(async () => {
        const count = sql<number>`missed_queries.count + 1`
        await db
          .insertInto('missed_queries')
          .values({ digest: Buffer.from(digest), query: null, count: 1, last_day: day })
          .onConflict((conflict) =>
            conflict.column('digest').doUpdateSet({
              count,
              last_day: day,
              query: sql<
                string | null
              >`case when ${count} >= ${sql.lit(seenEnough)} then ${sql.val(query)} end`,
            }),
          )
          .execute()
      }),

    known: (limit) =>
      attempt(async () => {
        const rows = await db
          .selectFrom('missed_queries')
          .select(['query', 'count', 'last_day'])
          .where('query', 'is not', null)
          .orderBy('count', 'desc')
          .orderBy('last_day', 'desc')
          .orderBy('digest')
          .limit(limit)
          .execute()
        return rows.map(({ query, count, last_day }) => ({
          query: query ?? '',
          count,
          lastDay: last_day,
        }))
      }),

    eraseUnseen: (before, limit) =>
      attempt(async () => {
        const oldest = db
          .selectFrom('missed_queries')
          .select('digest')
          .where('last_day', '<', before)
          .orderBy('last_day')
          .limit(limit)
        const { numDeletedRows } = await db
          .deleteFrom('missed_queries')
          .where('digest', 'in', oldest)
          .executeTakeFirstOrThrow()
        return Number(numDeletedRows)
      }),

    eraseBeyond: (most, limit) =>
      attempt(async () => {
        const { stored } = await db
          .selectFrom('missed_queries')
          .select(({ fn }) => fn.countAll().as('stored'))
          .executeTakeFirstOrThrow()
        const excess = Math.min(Number(stored) - most, limit)
        if (excess <= 0) return 0
        const least = db
          .selectFrom('missed_queries')
          .select('digest')
          .orderBy('count')
          .orderBy('last_day')
          .limit(excess)
        const { numDeletedRows } = await db
          .deleteFrom('missed_queries')
          .where('digest', 'in', least)
          .executeTakeFirstOrThrow()
        return Number(numDeletedRows)
      }),
  }
}
