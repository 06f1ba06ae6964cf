import type { Core } from '@strapi/strapi'
import { contentType } from '../../contracts/content-types.ts'
import type { Staff } from '../../strapi/staff.ts'
import { factsOf, wallOf, type CaseRow } from '../record/case-record.ts'
import { textsOf } from '../record/named-units.ts'
import {
  wallOfOfficial,
  type Official,
  type OfficialWall,
} from '../rules/officials/official-wall.ts'

type Row = { documentId: string; office: string; name: string; units: { documentId: string }[] }

const populate = { units: { select: ['documentId'] } }
const official = ({ documentId, office, name, units }: Row): Official => ({
  id: documentId,
  office,
  name,
  units: units.map((unit) => unit.documentId),
})

/** All leading officials, as they were written down. */
export async function listOfficials(strapi: Core.Strapi): Promise<Official[]> {
  const rows: Row[] = await strapi.db
    .query(contentType.official)
    .findMany({ populate, orderBy: { id: 'asc' } })
  return rows.map(official)
}

/** The official whose account this is; null where it is nobody's. */
export async function officialOf(
  strapi: Core.Strapi,
  account: Pick<Staff, 'email'>,
): Promise<Official | null> {
  const where = { account: { $eqi: account.email } }
  const row: Row | null = await strapi.db.query(contentType.official).findOne({ where, populate })
  return row && official(row)
}

/** What of a case decides which officials may see it. */
export function officialWallOf(row: CaseRow): OfficialWall {
  const { accused, settled } = wallOf(row)
  const accusation = factsOf(row).category === 'accusation'
  return { accused, settled, accusation, texts: textsOf(row) }
}

/** Whether an official has a case and may see it. */
export function isFor(of: Official, row: CaseRow): boolean {
  return row.ledBy === of.id && wallOfOfficial(of, officialWallOf(row)) === null
}
