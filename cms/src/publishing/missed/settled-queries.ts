import type { Core } from '@strapi/strapi'
import { shanghaiDay } from '@portal/content/calendar/day'
import type { Settled } from './open-queries.ts'
import { contentType } from '../../contracts/content-types.ts'

const uid = contentType.settledQuery

/** Every query that was dealt with. */
export async function settledQueries(strapi: Core.Strapi): Promise<Settled[]> {
  return strapi.db.query(uid).findMany({ select: ['query', 'ignored', 'settledOn'] })
}

/** Notes that a query is dealt with. */
export async function settle(strapi: Core.Strapi, query: string, ignored: boolean): Promise<void> {
  const facts = { ignored, settledOn: shanghaiDay(new Date()) }
  const where = { query }
  const { count } = await strapi.db.query(uid).updateMany({ where, data: facts })
  if (count === 0) await strapi.db.query(uid).create({ data: { query, ...facts } })
}
