import type { Core } from '@strapi/strapi'
import type { Fault } from '../../contracts/publications/releases.ts'
import { contentType } from '../../contracts/content-types.ts'
import { tableOf } from '../../strapi/tables.ts'
import { linesOf } from '../snapshot/explain-faults.ts'
import type { Outbox } from './build-queue.ts'

/** The cause of a request whose build was broken off: what it had done is not known. */
const interrupted = 'interrupted'

/** The outbox in the CMS's own database. */
export function createOutbox(strapi: Core.Strapi): Outbox {
  const requests = tableOf(strapi, contentType.buildRequest)
  const failed = (faults: Fault[]) => ({
    state: 'failed' as const,
    failure: linesOf(faults),
    faults,
  })

  /** Of what was left out, the last request says why, whenever it was made. */
  async function keepHeld(held: readonly Fault[], finishedAt: string): Promise<void> {
    for (const [entry, faults] of Map.groupBy(held, ({ documentId }) => documentId)) {
      if (entry === null) continue
      const last = await requests.findMany({ where: { entry }, orderBy: { id: 'desc' }, limit: 1 })
      const data = { ...failed(faults), finishedAt }
      if (last[0]) await requests.update({ where: { id: last[0].id }, data })
      else
        await requests.create({
          data: { cause: 'compare', uid: faults[0]?.uid ?? null, entry, ...data },
        })
    }
  }

  return {
    async take() {
      const rows = await requests.findMany({
        where: { state: 'waiting' },
        select: ['id', 'cause', 'uid', 'entry'],
      })
      const ids = rows.map(({ id }) => Number(id))
      await requests.updateMany({ where: { id: { $in: ids } }, data: { state: 'building' } })
      const changes = rows.flatMap(({ cause, uid, entry }) =>
        uid && entry && cause !== interrupted ? [{ uid, documentId: entry }] : [],
      )
      return { ids, changes: changes.length < rows.length ? 'everything' : changes }
    },
    async restore() {
      const where = { state: 'building' }
      await requests.updateMany({ where, data: { state: 'waiting', cause: interrupted } })
    },
    async finish(ids, outcome) {
      const finishedAt = new Date().toISOString()
      if (!outcome.ok) {
        const data = { ...failed(outcome.faults), finishedAt }
        await requests.updateMany({ where: { id: { $in: ids } }, data })
        return
      }
      // The snapshot holds what failed before as well.
      const earlier = { state: 'failed', id: { $lt: Math.max(...ids) } }
      const { release, held } = outcome
      await strapi.db.transaction(async () => {
        await requests.updateMany({
          where: { $or: [{ id: { $in: ids } }, earlier] },
          data: { state: 'live', release, failure: null, faults: null, finishedAt },
        })
        await keepHeld(held, finishedAt)
      })
    },
  }
}
