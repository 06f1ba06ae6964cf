import type { Core } from '@strapi/strapi'
import { makeFinder, type Finder, type NamedUnit } from '../rules/units/find-units.ts'
import { splitList } from '../../strapi/stored-fields.ts'
import { toWord } from '../../strapi/choice-codes.ts'
import type { CaseRow } from './case-record.ts'
import { townshipOf } from './place-names.ts'

type Place = { name: string; tier: string; parent: { name: string } | null }

/**
 * Makes the finder of units from the tables of units and places as they are now. The bureau is none of
 * them: petitions name it as the office that they write to, and it is not where they are referred.
 */
export async function readFinder(strapi: Core.Strapi): Promise<Finder> {
  const units: { documentId: string; name: string; aliases: string | null }[] = await strapi.db
    .query('api::department.department')
    .findMany({
      where: { kind: { $ne: toWord('departmentKind', 'bureau') } },
      select: ['documentId', 'name', 'aliases'],
    })
  const places: Place[] = await strapi.db.query('api::region.region').findMany({
    where: { tier: '村（社区）' },
    select: ['name', 'tier'],
    populate: { parent: { select: ['name'] } },
  })
  return makeFinder(
    units.map(({ documentId, name, aliases }) => ({
      id: documentId,
      name,
      aliases: splitList(aliases),
    })),
    places.map(({ name, parent }) => ({ name, township: parent?.name ?? '' })),
  )
}

/** Everything that a petitioner has written into a case and a unit that has it could read. */
export function textsOf(row: Pick<CaseRow, 'title' | 'request' | 'facts'> & Partial<CaseRow>) {
  return [
    row.title,
    row.request,
    row.facts,
    ...(row.attachments ?? []).map(({ name }) => name),
    ...(row.laterMessages ?? []).map(({ text }) => text),
    row.evaluationComment ?? '',
  ]
}

/** Finds the units that texts of a case name. */
export function namesIn(find: Finder, texts: string[], region: string | null): NamedUnit[] {
  return find(texts, townshipOf(region))
}

/** The units that later texts of a case name. */
export async function namesLater(
  strapi: Core.Strapi,
  { region }: Pick<CaseRow, 'region'>,
  texts: string[],
): Promise<NamedUnit[]> {
  return namesIn(await readFinder(strapi), texts, region)
}
