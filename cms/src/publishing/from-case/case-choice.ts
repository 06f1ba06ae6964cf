import { AsyncLocalStorage } from 'node:async_hooks'
import { errors } from '@strapi/utils'
import type { Core } from '@strapi/strapi'
import { z } from 'zod'
import { shanghaiDay } from '@portal/content/calendar/day'
import { categories } from '@portal/content/schema/petition/category'
import { caseStates } from '@portal/content/schema/petition/state'
import { beforeDocuments } from '../../strapi/document-calls.ts'
import type { CaseChoice } from '../../contracts/cases/desk-state.ts'
import { editionPermissions } from '../../contracts/permissions.ts'
import { addDeskRoutes, type DeskContext } from '../../strapi/desk-routes.ts'
import { contentType } from '../../contracts/content-types.ts'
import { partyOf } from '../../casework/record/party.ts'
import { everyCase, recordView } from '../../casework/record/view-log.ts'
import { documentsOf } from '../../strapi/documents.ts'
import type { Staff } from '../../strapi/staff.ts'

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

/** The cases that are over and may be told of whose number has these digits, typed with or without spaces; the newest first, at most 30. */
async function findCases(strapi: Core.Strapi, typed: string): Promise<CaseChoice[]> {
  const digits = bare(typed)
  if (!/^\d{0,16}$/.test(digits)) return []
  const rows: Row[] = await strapi.db.query(contentType.case).findMany({
    ...question,
    where: {
      ...(digits ? { number: { $contains: digits } } : {}),
      category: { $ne: categories.accusation.name },
      state: caseStates.closed,
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

async function readRow(strapi: Core.Strapi, number: string): Promise<Row | null> {
  return strapi.db.query(contentType.case).findOne({ ...question, where: { number } })
}

/** What a writer of notices is told of a case that cannot be chosen, whatever hinders it: nothing of the case. */
const notChosen = '不能选这个编号：请从列表里选已经办结的办件，或者留空'

/**
 * Why a case number cannot stand with a notice; undefined where it can, or where there is none. Who reads it may see
 * no case: it does not say what hinders it.
 */
export async function faultOfCase(
  strapi: Core.Strapi,
  number: unknown,
): Promise<string | undefined> {
  if (number === null || number === undefined || number === '') return undefined
  const row = await readRow(strapi, String(number))
  if (row && faultOfAccusation(row) === undefined) return undefined
  return '这个编号的办件现在不能公示，请问办件人员'
}

const begun = new AsyncLocalStorage<string>()

/** Runs `work`, which makes the notice of a case that the bureau has chosen on the case's own page, closed or not. */
export function begunFrom<T>(number: string, work: () => Promise<T>): Promise<T> {
  return begun.run(number, work)
}

/** Why a person cannot choose a case for a notice; what was chosen, or refused, is written down for that case. */
async function faultOfChoice(
  strapi: Core.Strapi,
  account: Staff,
  number: string,
): Promise<string | undefined> {
  const row = await readRow(strapi, number)
  const mayBe = row?.state === caseStates.closed && faultOfAccusation(row) === undefined
  const extent = { asked: '选作公示对应的办件', found: null }
  if (row) await recordView(strapi, account, row.number, mayBe ? 'read' : 'refused', extent)
  return mayBe ? undefined : notChosen
}

async function faultOfNumber(
  strapi: Core.Strapi,
  chosen: unknown,
  documentId: string | undefined,
): Promise<string | undefined> {
  if (chosen === null || chosen === undefined || chosen === '') return undefined
  const number = String(chosen)
  const account = strapi.requestContext.get()?.state.user as Staff | undefined
  if (!account || begun.getStore() === number) return faultOfCase(strapi, number)
  const before = documentId && (await documentsOf(strapi, notices).findOne({ documentId }))
  // What the bureau has begun from a case goes on with it; publishing asks about the case again.
  if (before && before.caseNumber === number) return undefined
  return faultOfChoice(strapi, account, number)
}

/**
 * Refuses a notice with the number of no case, which would be checked for nobody's name, of one that is not closed or
 * of one that accuses, all with the same words: from others a writer would learn of cases. A number that was typed as it is printed is kept without its spaces; a copy of a notice is about no case.
 */
export function guardCaseNumbers(strapi: Core.Strapi): void {
  beforeDocuments(strapi, async ({ uid, action, params }, next) => {
    if (uid !== notices || !['create', 'update', 'clone'].includes(action)) return next()
    const { data, documentId } = params
    if (action === 'clone' && data) data.caseNumber ??= null
    if (typeof data?.caseNumber === 'string') data.caseNumber = bare(data.caseNumber) || null
    const own = action === 'update' ? documentId : undefined
    const fault = await faultOfNumber(strapi, data?.caseNumber, own)
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
  const { typed } = asked.data
  const cases = await findCases(strapi, typed)
  const extent = { asked: '可以公示的办件', found: cases.length }
  await recordView(strapi, context.state.user, everyCase, typed ? 'search' : 'list', extent)
  context.body = { cases }
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
