import { disposition } from '@portal/content/files/disposition'
import { shanghaiDay } from '@portal/content/calendar/day'
import type { Core } from '@strapi/strapi'
import mammoth from 'mammoth'
import { z } from 'zod'
import { contentType } from '../../../contracts/content-types.ts'
import type { FiguresAnswer } from '../../../contracts/figures/figures.ts'
import { casePermissions } from '../../../contracts/permissions.ts'
import { reportKinds, type ReportKind } from '../../../contracts/figures/report-papers.ts'
import type { DeskContext } from '../../../strapi/desk-routes.ts'
import { nameOf, type Staff } from '../../../strapi/staff.ts'
import { tableOf } from '../../../strapi/tables.ts'
import { readFigures } from '../../figures/compose-figures.ts'
import { figuresCsv } from '../../figures/figures-csv.ts'
import { publicRecord } from '../../figures/public-record.ts'
import { readReleased, release } from '../../figures/published-figures.ts'
import { wordsOfReport } from '../../figures/report-words.ts'
import { fillTemplate } from '../../papers/fill-template.ts'
import { readTemplate } from '../../papers/paper-templates.ts'
import { everyCase, recordView } from '../../record/view-log.ts'
import { addBureauRoute } from '../case-route.ts'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const noPeriod = '没有这个时段的统计：请选择已经开始的月份或者年份。'

const periodOf = ({ query }: DeskContext) =>
  typeof query.period === 'string' ? query.period : undefined

/** The figures that were asked for; it is recorded who has seen them, or taken them along. */
async function askedFigures(
  strapi: Core.Strapi,
  context: DeskContext,
  account: Staff,
  act: 'figures' | 'export',
): Promise<FiguresAnswer | null> {
  const answer = await readFigures(strapi, periodOf(context))
  if (!answer) {
    context.badRequest(noPeriod)
    return null
  }
  const { period, figures } = answer
  const extent = { asked: `${period.name}统计`, found: figures.received.count }
  await recordView(strapi, account, everyCase, act, extent)
  return answer
}

function sendFile(context: DeskContext, type: string, name: string, body: Buffer | string): void {
  context.set({
    'Content-Disposition': disposition('attachment', name),
    'X-Content-Type-Options': 'nosniff',
  })
  context.type = type
  context.body = body
}

/** The bulletin of a month, or the report of a year, as a Word file. */
async function makeReport(
  strapi: Core.Strapi,
  answer: FiguresAnswer,
): Promise<{ name: string; bytes: Buffer }> {
  const kind: ReportKind = answer.period.kind === 'month' ? 'bulletin' : 'year-report'
  const settings = await tableOf(strapi, contentType.settings).findOne({ select: ['officeName'] })
  const words = wordsOfReport(answer, settings?.officeName ?? '', shanghaiDay(new Date()))
  const bytes = fillTemplate(await readTemplate(strapi, kind), words)
  return { name: `${reportKinds[kind].name} ${answer.period.name}.docx`, bytes }
}

const releaseRequest = z.strictObject({ month: z.string().max(20), isPublic: z.boolean() })

/** `POST /desk/cases/figures/release`: publishes the figures of a month that is over, or takes them back. */
async function postRelease(strapi: Core.Strapi, context: DeskContext, account: Staff) {
  const asked = releaseRequest.safeParse(context.request.body).data
  if (!asked) return context.badRequest('请求的内容不完整。')
  const answer = await readFigures(strapi, asked.month)
  if (answer?.period.kind !== 'month' || !answer.period.over) {
    return context.badRequest('只能公布已经结束的月份。')
  }
  if (asked.isPublic && (answer.reading !== null || answer.unread > 0)) {
    return context.conflict(
      answer.reading !== null
        ? '办件还没有读完，数字不全：请等读完再公布。'
        : `有 ${answer.unread} 个办件打不开，数字不全：请先请管理员处理，再公布。`,
    )
  }
  const content = publicRecord(asked.month, answer.figures, shanghaiDay(new Date()))
  await release(strapi, asked.month, asked.isPublic ? { content, by: nameOf(account) } : null)
  const act = asked.isPublic ? '公布' : '撤下'
  await recordView(strapi, account, everyCase, 'figures', {
    asked: `${act}${answer.period.name}统计`,
    found: answer.figures.received.count,
  })
  context.body = (await readFigures(strapi, asked.month)) ?? answer
}

/** Adds the routes of the figures; they are the bureau's alone. */
export function addFigureRoutes(strapi: Core.Strapi): void {
  const path = '/figures'
  const of = { method: 'GET' as const, permission: casePermissions.manage, keys: ['period'] }
  addBureauRoute(strapi, {
    ...{ ...of, path },
    handler: async (context, account) => {
      context.body = (await askedFigures(strapi, context, account, 'figures')) ?? context.body
    },
  })
  addBureauRoute(strapi, {
    ...{ ...of, path: `${path}/table.csv` },
    handler: async (context, account) => {
      const answer = await askedFigures(strapi, context, account, 'export')
      if (!answer) return
      sendFile(
        context,
        'text/csv; charset=utf-8',
        `信访统计 ${answer.period.name}.csv`,
        figuresCsv(answer),
      )
    },
  })
  addBureauRoute(strapi, {
    ...{ ...of, path: `${path}/report.docx` },
    handler: async (context, account) => {
      const answer = await askedFigures(strapi, context, account, 'export')
      if (!answer) return
      const { name, bytes } = await makeReport(strapi, answer)
      sendFile(context, word, name, bytes)
    },
  })
  addBureauRoute(strapi, {
    ...{ ...of, path: `${path}/report-page` },
    handler: async (context, account) => {
      const answer = await askedFigures(strapi, context, account, 'export')
      if (!answer) return
      const { name, bytes } = await makeReport(strapi, answer)
      const { value } = await mammoth.convertToHtml({ buffer: bytes })
      context.body = { name, html: value }
    },
  })
  addBureauRoute(strapi, {
    ...{ ...of, path: `${path}/public-record` },
    handler: async (context, account) => {
      const answer = await askedFigures(strapi, context, account, 'figures')
      if (!answer) return
      const { period, figures } = answer
      context.body = {
        released: await readReleased(strapi, period.id),
        next: publicRecord(period.id, figures, shanghaiDay(new Date())),
      }
    },
  })
  addBureauRoute(strapi, {
    method: 'POST',
    path: `${path}/release`,
    permission: casePermissions.manage,
    handler: (context, account) => postRelease(strapi, context, account),
  })
}
