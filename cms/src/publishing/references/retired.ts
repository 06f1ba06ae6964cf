import type { Core } from '@strapi/strapi'
import { modelOf } from '../../strapi/models.ts'
import { contentType } from '../../contracts/content-types.ts'

/** Tables whose entries are taken out of use rather than deleted: they have the field `active`. */
const retirable = [contentType.department, contentType.topic, contentType.region]

/** Whether entries of a type can be taken out of use. */
export function canBeRetired(uid: string): boolean {
  return (retirable as readonly string[]).includes(uid)
}

/** Says of a name that what it names is out of use. */
function markRetired(name: string): string {
  return `${name}（已停用）`
}

type Offer = { documentId: string; name?: string }

const form = /^\/content-manager\/relations\/([^/]+)\/(?:[^/]+\/)?([^/]+)$/

function targetOf(strapi: Core.Strapi, uid: string, field: string): string {
  return modelOf(strapi, uid)?.attributes[field]?.target ?? ''
}

/**
 * Keeps what is out of use from the lists that the content manager's forms offer, and marks it where
 * it stands in an entry already.
 */
export function offerActive(strapi: Core.Strapi): void {
  strapi.server.use(async (context, next) => {
    const [, uid = '', field = ''] = form.exec(context.path) ?? []
    const target = uid && context.method === 'GET' ? targetOf(strapi, uid, field) : ''
    if (!canBeRetired(target)) return next()
    const offers = context.path.split('/').length === 5
    if (offers) {
      const { querystring } = context.request
      const active = 'filters[$and][99][active][$eq]=true'
      context.request.querystring = querystring ? `${querystring}&${active}` : active
      return next()
    }
    await next()
    const { results } = (context.body ?? {}) as { results?: Offer[] }
    if (context.status !== 200 || !results?.length) return
    const ids = results.map(({ documentId }) => documentId)
    const rows: Offer[] = await strapi.db.query(target).findMany({
      where: { documentId: { $in: ids }, active: false },
      select: ['documentId'],
    })
    const retired = new Set(rows.map(({ documentId }) => documentId))
    for (const row of results) {
      if (row.name && retired.has(row.documentId)) row.name = markRetired(row.name)
    }
  })
}

/** Entries from before there was the question are in use. */
export async function fillActive(strapi: Core.Strapi): Promise<void> {
  for (const uid of retirable) {
    await strapi.db
      .query(uid)
      .updateMany({ where: { active: { $null: true } }, data: { active: true } })
  }
}
