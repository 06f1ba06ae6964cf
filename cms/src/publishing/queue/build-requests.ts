import type { Core } from '@strapi/strapi'
import { linesOf } from '../snapshot/explain-faults.ts'
import type { Outbox } from './queue.ts'

/** The outbox in the CMS's own database. */
export function createOutbox(strapi: Core.Strapi): Outbox {
  const requests = () => strapi.db.query('api::build-request.build-request')
  return {
    async take() {
      const rows = await requests().findMany({ where: { state: 'waiting' }, select: ['id'] })
      const ids = rows.map(({ id }) => Number(id))
      await requests().updateMany({ where: { id: { $in: ids } }, data: { state: 'building' } })
      return ids
    },
    async restore() {
      await requests().updateMany({ where: { state: 'building' }, data: { state: 'waiting' } })
    },
    async finish(ids, outcome) {
      const data = outcome.ok
        ? { state: 'live', release: outcome.release, failure: null, faults: null }
        : { state: 'failed', failure: linesOf(outcome.faults), faults: outcome.faults }
      // Everything is built anew each time: what failed before is live as well.
      const earlier = { state: 'failed', id: { $lt: Math.max(...ids) } }
      const where = outcome.ok ? { $or: [{ id: { $in: ids } }, earlier] } : { id: { $in: ids } }
      await requests().updateMany({
        where,
        data: { ...data, finishedAt: new Date().toISOString() },
      })
    },
  }
}
