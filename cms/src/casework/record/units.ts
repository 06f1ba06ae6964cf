import type { Core } from '@strapi/strapi'

/** A handling unit as the desk knows it; one that is not `active` is offered no more. */
export type Unit = { documentId: string; name: string; active: boolean }

/** All handling units, in the order of the table. */
export async function listUnits(strapi: Core.Strapi): Promise<Unit[]> {
  const rows: (Omit<Unit, 'active'> & { active: boolean | null })[] = await strapi.db
    .query('api::department.department')
    .findMany({ select: ['documentId', 'name', 'active'], orderBy: { order: 'asc' } })
  return rows.map((row) => ({ ...row, active: row.active !== false }))
}

/** The names of units by their identifiers. */
export function namesOf(units: readonly Unit[]): ReadonlyMap<string, string> {
  return new Map(units.map(({ documentId, name }) => [documentId, name]))
}
