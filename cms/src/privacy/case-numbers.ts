import { errors } from '@strapi/utils'
import type { Core } from '@strapi/strapi'
import { shanghaiDay } from '@portal/content/calendar/day'
import { beforeDocuments } from '../strapi/document-calls.ts'
import type { CaseChoice } from '../contracts/case-desk.ts'
import { editionPermissions } from '../contracts/permissions.ts'
import { addDeskRoutes, type DeskContext } from '../strapi/desk-routes.ts'
import { contentType } from '../contracts/content-types.ts'
import { partyOf } from '../casework/record/party.ts'
import { tableOf } from '../strapi/tables.ts'

const notices = contentType.notice
const most = 30

const bare = (number: string) => number.normalize('NFKC').replace(/[\s-]/g, '')

/** The cases whose number has these digits, typed with or without spaces; the newest first, at most 30. */
async function findCases(strapi: Core.Strapi, typed: string): Promise<CaseChoice[]> {
  const digits = bare(typed)
  if (!/^\d{0,16}$/.test(digits)) return []
  const rows = await tableOf(strapi, contentType.case).findMany({
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
  const found = await tableOf(strapi, contentType.case).count({ where: { number: String(number) } })
  return found > 0 ? undefined : '没有这个编号的办件：请从列表里选，或者留空'
}

/**
 * Refuses a notice with the number of no case: it would be checked for nobody's name. A number that
 * was typed as it is printed is kept without its spaces.
 */
export function guardCaseNumbers(strapi: Core.Strapi): void {
  beforeDocuments(strapi, async ({ uid, action, params }, next) => {
    if (uid !== notices || !['create', 'update', 'clone'].includes(action)) return next()
    const { data } = params
    if (typeof data?.caseNumber === 'string') data.caseNumber = bare(data.caseNumber) || null
    const fault = await faultOfCase(strapi, data?.caseNumber)
    if (!fault) return next()
    const details = [{ path: ['caseNumber'], name: 'ValidationError', message: fault }]
    throw new errors.ValidationError(`对应办件编号：${fault}`, { errors: details })
  })
}

async function showCases(strapi: Core.Strapi, context: DeskContext): Promise<void> {
  // A unit's account that has another role too must not learn of others' cases here.
  const party = await partyOf(strapi, context.state.user)
  if (party.kind !== 'bureau') return void context.forbidden('只有信访部门可以这样做。')
  const { q } = context.query
  context.set('Cache-Control', 'no-store')
  context.body = { cases: await findCases(strapi, typeof q === 'string' ? q : '') }
}

/** Adds `GET /desk/notices/cases?q=`: the cases that a notice can be about, for whoever writes notices. */
export function addCaseChoiceRoute(strapi: Core.Strapi): void {
  addDeskRoutes(strapi, '/desk/notices', [
    {
      method: 'GET',
      path: '/cases',
      permission: editionPermissions.write,
      handler: (context) => showCases(strapi, context),
    },
  ])
}
