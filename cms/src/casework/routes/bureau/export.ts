import { Readable } from 'node:stream'
import { byteOrderMark, csvLine, type Cell } from '@portal/content/export/csv'
import type { Workdays } from '@portal/content/schema/entries/workdays'
import type { Core } from '@strapi/strapi'
import { shanghaiDay } from '@portal/content/calendar/day'
import { nextDuty } from '../../rules/clocks/next-duty.ts'
import { describe } from '../../rules/clocks/running-clocks.ts'
import { wordsOf } from '../../rules/clocks/clock-labels.ts'
import { isDamaged } from '../../vault/damaged-rows.ts'
import { readWorkdays } from '../../record/workdays.ts'
import { caseUid, factsOf, type CaseRow } from '../../record/case-record.ts'
import { ofSound } from '../../record/faulty-case.ts'
import { addBureauRoute } from '../case-route.ts'
import { everyCase, recordView } from '../../record/view-log.ts'
import type { Account } from '../../record/party.ts'
import { casePermissions } from '../../../contracts/permissions.ts'
import type { DeskContext } from '../../../strapi/desk-routes.ts'

const pageSize = 500

type Row = CaseRow & { topic: string; region: string }

/** What is read for the table: nothing that says who filed, and nothing of what they wrote but the title. */
const select = [
  'id',
  'number',
  'state',
  'title',
  'category',
  'topic',
  'region',
  'receivedAt',
  'reply',
  'repliedAt',
  'replyCorrectedAt',
  'referrals',
  'satisfaction',
  'dissatisfaction',
  'steps',
  'revision',
]

/** The clock of a case that ends next, in the words of the desk. */
type Next = { name: string; lastDay: string; until: string }

type Column = { name: string; read: (row: Row, next: Next | null) => Cell }

const columns: Column[] = [
  { name: '查询编号', read: (row) => row.number },
  { name: '办理状态', read: (row) => row.state },
  { name: '标题', read: (row) => row.title },
  { name: '信访类别', read: (row) => row.category },
  { name: '问题领域', read: (row) => row.topic },
  { name: '问题属地', read: (row) => row.region },
  { name: '承办单位', read: (row) => row.unit?.name ?? null },
  { name: '收到日期', read: (row) => shanghaiDay(new Date(row.receivedAt)) },
  {
    name: '答复日期',
    read: (row) => (row.repliedAt ? shanghaiDay(new Date(row.repliedAt)) : null),
  },
  { name: '下一期限', read: (_, next) => next?.name ?? null },
  { name: '最后一天', read: (_, next) => next?.lastDay ?? null },
  { name: '期限情况', read: (_, next) => next?.until ?? null },
  { name: '群众评价', read: (row) => row.satisfaction },
]

function nextOf(row: Row, today: string, table: Workdays): Next | null {
  const duty = isDamaged(row) ? null : nextDuty(factsOf(row), table)
  if (!duty) return null
  const { name } = describe(duty)
  return { name, lastDay: duty.lastDay, until: wordsOf(duty, today, table).until }
}

async function* lines(strapi: Core.Strapi, table: Workdays): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(columns.map(({ name }) => name))
  const today = shanghaiDay(new Date())
  for (let after = 0; ;) {
    const rows: Row[] = await strapi.db.query(caseUid).findMany({
      where: { id: { $gt: after } },
      select,
      populate: { unit: { select: ['name'] } },
      orderBy: { id: 'asc' },
      limit: pageSize,
    })
    for (const row of rows) {
      const next = ofSound(strapi, row, () => nextOf(row, today, table), null)
      yield csvLine(columns.map(({ read }) => ofSound(strapi, row, () => read(row, next), null)))
    }
    after = rows.at(-1)?.id ?? after
    if (rows.length < pageSize) return
  }
}

/** `GET /desk/cases/export.csv`: all cases as a table, with their clocks; the export is recorded. */
async function getExport(
  strapi: Core.Strapi,
  table: Workdays,
  context: DeskContext,
  account: Account,
): Promise<void> {
  const found = await strapi.db.query(caseUid).count()
  await recordView(strapi, account, everyCase, 'export', { asked: '全部', found })
  context.set({
    'Content-Disposition': `attachment; filename="cases-${shanghaiDay(new Date())}.csv"`,
    'X-Content-Type-Options': 'nosniff',
  })
  context.type = 'text/csv; charset=utf-8'
  context.body = Readable.from(lines(strapi, table))
}

/** Adds the route by which the bureau takes its cases into a spreadsheet. */
export function addExportRoute(strapi: Core.Strapi): void {
  const table = readWorkdays()
  addBureauRoute(strapi, {
    method: 'GET',
    path: '/export.csv',
    permission: casePermissions.manage,
    handler: (context, account) => getExport(strapi, table, context, account),
  })
}
