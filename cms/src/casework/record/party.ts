import type { Core } from '@strapi/strapi'
import type { Party } from '../rules/wall.ts'
import type { Staff } from '../../strapi/staff.ts'

/** A signed-in account, as far as it matters for whom it acts. */
export type Account = Omit<Staff, 'id'>

export const unitRole = 'unit-clerk'
/** Leading officials act for themselves, by doors of their own; by those of cases they see nothing. */
export const officialRole = 'leading-official'
const uid = 'api::unit-account.unit-account'

/**
 * For whom an account acts. Whoever has the unit role, or is tied to a unit, acts for that unit,
 * whatever other roles there are; with the role, or that of leading officials, and no unit there is nothing to see.
 */
export async function partyOf(strapi: Core.Strapi, account: Account): Promise<Party> {
  const tie = await strapi.db.query(uid).findOne({
    where: { account: { $eqi: account.email } },
    populate: { unit: { select: ['documentId'] } },
  })
  const closed = [unitRole, officialRole]
  const isUnit = account.roles?.some(({ code }) => closed.includes(code)) ?? false
  if (!tie && !isUnit) return { kind: 'bureau' }
  return { kind: 'unit', unit: tie?.unit?.documentId ?? null }
}
