import type { Core } from '@strapi/strapi'
import { shanghaiDay } from '@portal/content/calendar/day'
import type { Settled } from './open-queries.ts'
import { contentType } from '../../contracts/content-types.ts'
import { tableOf } from '../../strapi/tables.ts'

const uid = contentType.settledQuery

/** Every query that was dealt with. */
export async function settledQueries(strapi: Core.Strapi): Promise<Settled[]> {
  const select = ['query', 'ignored', 'settledOn'] as const
  const rows = await tableOf(strapi, uid).findMany({ select })
  return rows.map((row) => ({ ...row, settledOn: String(row.settledOn) }))
}

/** Notes that a query is dealt with. */
export async function settle(strapi: Core.Strapi, query: string, ignored: boolean): Promise<void> {
  const facts = { ignored, settledOn: shanghaiDay(new Date()) }
  const where = { query }
  const { count } = await tableOf(strapi, uid).updateMany({ where, data: facts })
  if (count === 0) await tableOf(strapi, uid).create({ data: { query, ...facts } })
}
