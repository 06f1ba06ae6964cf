import { formatReceiptNumber } from '@portal/content/characters/receipt-number'
import { shanghaiClock, shanghaiDay } from '@portal/content/calendar/day'
import { byteOrderMark, csvLine } from '@portal/content/export/csv'
import type { Core } from '@strapi/strapi'
import type { ViewRow, ViewsTable } from '../../../contracts/cases/view-log.ts'
import type { DeskContext } from '../../../strapi/desk-routes.ts'
import type { Staff } from '../../../strapi/staff.ts'
import { everyCase, recordView } from '../../record/view-log.ts'
import { describeViewQuestion, readViewQuestion } from '../../view-log/question.ts'
import {
  countViews,
  everyView,
  readPeople,
  readToday,
  readViews,
} from '../../view-log/read-views.ts'
import { addAuditRoute } from '../case-route.ts'

/** `POST /desk/views/list`: a page of the record of views. A number that is looked for stands in no address. */
async function listViews(strapi: Core.Strapi, context: DeskContext) {
  const question = readViewQuestion(context.request.body)
  if ('refused' in question) return context.badRequest(question.refused)
  context.body = await readViews(strapi, question)
}

const header = ['时间', '姓名', '账号', '做了什么', '查询编号', '查了什么', '几件']

const lineOf = ({ at, name, account, kind, number, asked, found }: ViewRow) =>
  csvLine([
    shanghaiClock(at).slice(0, 19).replace('T', ' '),
    name,
    account,
    kind,
    number === null ? everyCase : formatReceiptNumber(number),
    asked,
    found,
  ])

/** `POST /desk/views/export`: the same as a table, whole; that it was taken is recorded before. */
async function exportViews(strapi: Core.Strapi, context: DeskContext, account: Staff) {
  const question = readViewQuestion(context.request.body)
  if ('refused' in question) return context.badRequest(question.refused)
  const asked = describeViewQuestion(question)
  const found = await countViews(strapi, question)
  await recordView(strapi, account, everyCase, 'views', { asked, found })
  const lines = [byteOrderMark + csvLine(header)]
  for await (const rows of everyView(strapi, question)) lines.push(...rows.map(lineOf))
  const table: ViewsTable = {
    name: `查阅记录 ${shanghaiDay(new Date())}.csv`,
    content: lines.join(''),
  }
  context.body = table
}

/** Adds the routes by which the auditor reads who looked at which case. */
export function addViewRoutes(strapi: Core.Strapi): void {
  addAuditRoute(strapi, {
    method: 'POST',
    path: '/list',
    handler: (context) => listViews(strapi, context),
  })
  addAuditRoute(strapi, {
    method: 'POST',
    path: '/export',
    handler: (context, account) => exportViews(strapi, context, account),
  })
  addAuditRoute(strapi, {
    method: 'GET',
    path: '/people',
    handler: async (context) => {
      context.body = await readPeople(strapi)
    },
  })
  addAuditRoute(strapi, {
    method: 'GET',
    path: '/today',
    handler: async (context) => {
      context.body = await readToday(strapi, new Date())
    },
  })
}
