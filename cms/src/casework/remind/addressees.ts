import type { Core } from '@strapi/strapi'
import { contentType } from '../../contracts/content-types.ts'
import type { ReminderLevel } from '../../contracts/cases/deadlines.ts'
import { tableOf } from '../../strapi/tables.ts'

/** Where a mail goes, and for whom its reader acts: a unit by its identifier, null for the bureau. */
export type Addressee = { address: string; unit: string | null }

type User = { email: string; isActive: boolean | null; blocked: boolean | null }
type Tie = { account: string; head: boolean | null }

const isClosed = ({ isActive, blocked }: User) => isActive === false || blocked === true

/** The addresses of a unit: of its people, or of its head. An account that was closed gets nothing. */
async function ofUnit(strapi: Core.Strapi, unit: string, isHead: boolean): Promise<Addressee[]> {
  const ties: Tie[] = await strapi.db.query(contentType.unitAccount).findMany({
    where: { unit: { documentId: unit } },
    select: ['account', 'head'],
  })
  const users: User[] = await strapi.db.query('admin::user').findMany({
    where: { email: { $in: ties.map(({ account }) => account.toLowerCase()) } },
    select: ['email', 'isActive', 'blocked'],
  })
  const closed = new Set(users.filter(isClosed).map(({ email }) => email.toLowerCase()))
  return ties
    .filter(({ account, head }) => (head === true) === isHead && !closed.has(account.toLowerCase()))
    .map(({ account }) => ({ address: account, unit }))
}

/** The bureau's address for reminders; where it has none, those of its case staff. */
async function ofBureau(strapi: Core.Strapi): Promise<Addressee[]> {
  const settings = await tableOf(strapi, contentType.caseSettings).findOne({
    select: ['remindMail'],
  })
  if (settings?.remindMail) return [{ address: settings.remindMail, unit: null }]
  const users: User[] = await strapi.db.query('admin::user').findMany({
    where: { roles: { code: 'case-clerk' } },
    select: ['email', 'isActive', 'blocked'],
  })
  return users
    .filter((user) => !isClosed(user))
    .map(({ email }) => ({ address: email, unit: null }))
}

/** Whom a reminder reaches: the levels that it is for, and their addresses. */
export type Reach = { to: ReminderLevel[]; addressees: Addressee[] }

/**
 * Finds whom a reminder reaches. What a unit may not see, or has nobody to read, goes to the next level.
 * @param unit whose clock it is; null for the bureau's own
 * @param sees whether the unit may see the case now (arts. 30, 46)
 */
export async function reachOf(
  strapi: Core.Strapi,
  unit: string | null,
  wanted: readonly ReminderLevel[],
  sees: boolean,
): Promise<Reach> {
  const found = new Map<ReminderLevel, Addressee[]>()
  const mayTell = unit !== null && sees
  const people = mayTell ? await ofUnit(strapi, unit, false) : []
  const heads = mayTell ? await ofUnit(strapi, unit, true) : []
  if (wanted.includes('unit') && people.length > 0) found.set('unit', people)
  const wantsHead = wanted.includes('head') || (wanted.includes('unit') && people.length === 0)
  if (wantsHead && heads.length > 0) found.set('head', heads)
  if (wanted.includes('bureau') || found.size === 0) found.set('bureau', await ofBureau(strapi))
  const once = new Map([...found.values()].flat().map((one) => [one.address.toLowerCase(), one]))
  return { to: [...found.keys()], addressees: [...once.values()] }
}
