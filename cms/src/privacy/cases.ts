import { errors } from '@strapi/utils'
import type { Core } from '@strapi/strapi'
import { caseUid } from '../desk/case-record.ts'
import { shanghaiDay } from '@portal/content/calendar/day'

/** A case as it can be chosen for a notice: nothing that says who filed, or what. `receivedOn` is a day of the office. */
export type CaseChoice = { number: string; receivedOn: string; category: string; state: string }

const notices = 'api::notice.notice'
const most = 30

/** A number as it is printed on a receipt, in fours. */
export function asPrinted(number: string): string {
  return number.replace(/(\d{4})(?=\d)/g, '$1 ')
}

const bare = (number: string) => number.normalize('NFKC').replace(/[\s-]/g, '')

/** The cases whose number has these digits, typed with or without spaces; the newest first, at most 30. */
export async function findCases(strapi: Core.Strapi, typed: string): Promise<CaseChoice[]> {
  const digits = bare(typed)
  if (!/^\d{0,16}$/.test(digits)) return []
  const rows = await strapi.db.query(caseUid).findMany({
    where: digits ? { number: { $contains: digits } } : {},
    select: ['number', 'receivedAt', 'category', 'state'],
    orderBy: { receivedAt: 'desc' },
    limit: most,
  })
  return rows.map(({ number, receivedAt, category, state }) => ({
    number: String(number),
    receivedOn: shanghaiDay(new Date(receivedAt as string)),
    category: String(category),
    state: String(state),
  }))
}

/** Why a case number cannot stand with a notice; undefined where it can, or where there is none. */
export async function faultOfCase(
  strapi: Core.Strapi,
  number: unknown,
): Promise<string | undefined> {
  if (number === null || number === undefined || number === '') return undefined
  const found = await strapi.db.query(caseUid).count({ where: { number: String(number) } })
  return found > 0 ? undefined : '没有这个编号的办件：请从列表里选，或者留空'
}

type Call = { uid: string; action: string; params: { data?: { caseNumber?: unknown } } }

/**
 * Refuses a notice with the number of no case: it would be checked for nobody's name. A number that
 * was typed as it is printed is kept without its spaces.
 */
export function guardCaseNumbers(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    const { uid, action, params } = context as unknown as Call
    if (uid !== notices || !['create', 'update', 'clone'].includes(action)) return next()
    const { data } = params
    if (typeof data?.caseNumber === 'string') data.caseNumber = bare(data.caseNumber) || null
    const fault = await faultOfCase(strapi, data?.caseNumber)
    if (!fault) return next()
    const details = [{ path: ['caseNumber'], name: 'ValidationError', message: fault }]
    throw new errors.ValidationError(`对应办件编号：${fault}`, { errors: details })
  })
}
