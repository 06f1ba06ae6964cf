import { disposition } from '@portal/content/files/disposition'
import { countCharacters, line } from '@portal/content/characters/typed-text'
import { shanghaiDay } from '@portal/content/calendar/day'
import type { Core } from '@strapi/strapi'
import { z } from 'zod'
import { contentType } from '../../../contracts/content-types.ts'
import {
  handOverFile,
  handOverFormats,
  handOverReason,
  mostTicked,
  type HandOverFormat,
  type HandOverTicket,
} from '../../../contracts/cases/hand-over.ts'
import { casePermissions } from '../../../contracts/permissions.ts'
import { addDeskRoutes, type DeskContext } from '../../../strapi/desk-routes.ts'
import type { Staff } from '../../../strapi/staff.ts'
import { tableOf } from '../../../strapi/tables.ts'
import { chosenCases } from '../../hand-over/chosen-cases.ts'
import { makeTickets } from '../../hand-over/tickets.ts'
import { mediaTypes, writeFile, type HandOverJob } from '../../hand-over/write-file.ts'
import { everyCase, recordView } from '../../record/view-log.ts'
import { readWorkdays } from '../../record/workdays.ts'
import { addBureauRoute } from '../case-route.ts'

const request = z.strictObject({
  format: z.enum(Object.keys(handOverFormats) as [HandOverFormat, ...HandOverFormat[]]),
  question: z.record(z.string(), z.string()),
  cases: z.array(z.string().max(100)).min(1).max(mostTicked).nullable(),
  reason: z.string().max(2000),
})

type Tickets = ReturnType<typeof makeTickets<HandOverJob>>

/** `POST /desk/cases/hand-over`: a ticket for a file of the cases that are chosen, with a reason, which is recorded. */
async function postHandOver(
  strapi: Core.Strapi,
  tickets: Tickets,
  context: DeskContext,
  account: Staff,
) {
  const asked = request.safeParse(context.request.body).data
  if (!asked) return context.badRequest('请求的内容不完整，请刷新页面再试。')
  const { format, question, cases } = asked
  const reason = line(asked.reason)
  const { min, max } = handOverReason
  const length = countCharacters(reason)
  if (length < min || length > max) {
    return context.badRequest(`请写明移交的原因，${min} 到 ${max} 个字。`)
  }
  const chosen = await chosenCases(strapi, cases, question, account.id)
  if (!chosen.ok) return context.badRequest(chosen.reason)
  const { end } = handOverFormats[format]
  const extent = {
    asked: `移交（${end.toUpperCase()}）：${chosen.asked}。原因：${reason}`,
    found: chosen.numbers.length,
  }
  await recordView(strapi, account, everyCase, 'export', extent)
  const settings = await tableOf(strapi, contentType.settings).findOne({ select: ['officeName'] })
  const head = { madeAt: new Date().toISOString(), office: settings?.officeName ?? '', reason }
  const name = `办件移交 ${shanghaiDay(new Date())}.${end}`
  const ticket = tickets.give({ format, name, numbers: chosen.numbers, account, head })
  const answer: HandOverTicket = { ticket, name, found: chosen.numbers.length }
  context.body = answer
}

/**
 * `POST /desk/cases/hand-over/file`: the file of a ticket, as a browser saves it by itself. A form brings the ticket: in
 * the address it would stay in logs.
 */
function postFile(
  strapi: Core.Strapi,
  tickets: Tickets,
  table: ReturnType<typeof readWorkdays>,
  context: DeskContext,
) {
  const body = (context.request.body ?? {}) as Record<string, unknown>
  const job = tickets.take(String(body[handOverFile.field] ?? ''))
  if (!job) return context.unauthorized('没有存成：请回到办件页，再点一次。')
  context.set({
    'Content-Disposition': disposition('attachment', job.name),
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
  })
  context.type = mediaTypes[job.format]
  context.body = writeFile(strapi, job, table)
}

/** Adds the routes by which the bureau hands cases over to another system, by file. */
export function addHandOverRoute(strapi: Core.Strapi): void {
  const tickets: Tickets = makeTickets()
  const table = readWorkdays()
  addBureauRoute(strapi, {
    method: 'POST',
    path: '/hand-over',
    permission: casePermissions.manage,
    handler: (context, account) => postHandOver(strapi, tickets, context, account),
  })
  addDeskRoutes(strapi, '', [
    {
      method: 'POST',
      path: handOverFile.address,
      isOpen: true,
      handler: (context) => postFile(strapi, tickets, table, context),
    },
  ])
}
