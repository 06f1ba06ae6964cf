import { errors } from '@strapi/utils'
import type { Core } from '@strapi/strapi'
import { z } from 'zod'
import { shanghaiDay } from '@portal/content/calendar/day'
import { categories } from '@portal/content/schema/petition/category'
import { beforeDocuments } from '../../strapi/document-calls.ts'
import type { CaseChoice } from '../../contracts/cases/desk-state.ts'
import { editionPermissions } from '../../contracts/permissions.ts'
import { addDeskRoutes, type DeskContext } from '../../strapi/desk-routes.ts'
import { contentType } from '../../contracts/content-types.ts'
import { partyOf } from '../../casework/record/party.ts'

const notices = contentType.notice
const most = 30
/** What was typed, a whole number at most. */
const request = z.object({ typed: z.string().max(40) })

const bare = (number: string) => number.normalize('NFKC').replace(/[\s-]/g, '')

type Row = {
  number: string
  receivedAt: string
  category: string
  state: string
  unsettled: boolean
  accusedUnits: { id: number }[]
}
const question = {
  select: ['number', 'receivedAt', 'category', 'state', 'unsettled'],
  populate: { accusedUnits: { select: ['id'] } },
}

/**
 * Why nothing may be published of a case, whoever writes it (arts. 30, 46); undefined where it may. While it is open
 * whom a case accuses, it may accuse somebody.
 */
export function faultOfAccusation(
  row: Pick<Row, 'category' | 'unsettled'> & { accusedUnits: readonly unknown[] },
): string | undefined {
  if (row.category === categories.accusation.name || row.accusedUnits.length > 0) {
    return '这一件是检举控告，或者有被检举控告的单位，不能公示'
  }
  if (row.unsettled === false) return undefined
  return '信访人写到的单位还没有逐个确认是不是被检举控告的：请办件人员先确认'
}

/** The cases that may be told of whose number has these digits, typed with or without spaces; the newest first, at most 30. */
async function findCases(strapi: Core.Strapi, typed: string): Promise<CaseChoice[]> {
  const digits = bare(typed)
  if (!/^\d{0,16}$/.test(digits)) return []
  const rows: Row[] = await strapi.db.query(contentType.case).findMany({
    ...question,
    where: {
      ...(digits ? { number: { $contains: digits } } : {}),
      category: { $ne: categories.accusation.name },
    },
    orderBy: { receivedAt: 'desc' },
    limit: most,
  })
  return rows
    .filter((row) => faultOfAccusation(row) === undefined)
    .map(({ number, receivedAt, category, state }) => ({
      number,
      receivedOn: shanghaiDay(new Date(receivedAt)),
      category,
      state,
    }))
}

/** Why a case number cannot stand with a notice; undefined where it can, or where there is none. */
export async function faultOfCase(
  strapi: Core.Strapi,
  number: unknown,
): Promise<string | undefined> {
  if (number === null || number === undefined || number === '') return undefined
  const where = { number: String(number) }
  const row: Row | null = await strapi.db.query(contentType.case).findOne({ ...question, where })
  return row ? faultOfAccusation(row) : '没有这个编号的办件：请从列表里选，或者留空'
}

/**
 * Refuses a notice with the number of no case, which would be checked for nobody's name, or of one that accuses. A
 * number that was typed as it is printed is kept without its spaces; a copy of a notice is about no case.
 */
export function guardCaseNumbers(strapi: Core.Strapi): void {
  beforeDocuments(strapi, async ({ uid, action, params }, next) => {
    if (uid !== notices || !['create', 'update', 'clone'].includes(action)) return next()
    const { data } = params
    if (action === 'clone' && data) data.caseNumber ??= null
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
  const asked = request.safeParse(context.request.body)
  if (!asked.success) return void context.badRequest('请求的内容不完整。')
  context.body = { cases: await findCases(strapi, asked.data.typed) }
}

/**
 * Adds `POST /desk/notices/cases`: the cases that a notice can be about, for whoever writes notices. What is looked for
 * stands in no address: addresses are kept by proxies and browsers.
 */
export function addCaseChoiceRoute(strapi: Core.Strapi): void {
  addDeskRoutes(strapi, '/desk/notices', [
    {
      method: 'POST',
      path: '/cases',
      permission: editionPermissions.write,
      handler: (context) => showCases(strapi, context),
    },
  ])
}
