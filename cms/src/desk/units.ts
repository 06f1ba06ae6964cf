import type { Core } from '@strapi/strapi'

/** A handling unit as the desk offers it. */
export type Unit = { documentId: string; name: string }

/** All handling units, in the order of the table. */
export async function listUnits(strapi: Core.Strapi): Promise<Unit[]> {
  return strapi.db
    .query('api::department.department')
    .findMany({ select: ['documentId', 'name'], orderBy: { order: 'asc' } })
}
