import { Readable } from 'node:stream'
import { countCharacters, line } from '@portal/content/characters/typed-text'
import { shanghaiDay } from '@portal/content/calendar/day'
import type { Core } from '@strapi/strapi'
import { z } from 'zod'
import { contentType } from '../../../contracts/content-types.ts'
import { handOverReason } from '../../../contracts/cases/hand-over.ts'
import { casePermissions } from '../../../contracts/permissions.ts'
import type { DeskContext } from '../../../strapi/desk-routes.ts'
import type { Staff } from '../../../strapi/staff.ts'
import { tableOf } from '../../../strapi/tables.ts'
import { faultOf } from '../../events/chain.ts'
import { openLog, readLog } from '../../events/event-log.ts'
import { handedCaseOf } from '../../hand-over/handed-case.ts'
import { askQueue } from '../../queue/ask-queue.ts'
import { describeQuestion } from '../../queue/describe-question.ts'
import { readQuestion } from '../../queue/question.ts'
import { queueOf } from '../../queue/queue.ts'
import { readCase } from '../../record/case-record.ts'
import { headIn } from '../../record/record-events.ts'
import { listUnits } from '../../record/units.ts'
import { everyCase, recordView } from '../../record/view-log.ts'
import type { Party } from '../../rules/wall.ts'
import { isDamaged } from '../../vault/damaged-rows.ts'
import { fold } from '../../vault/search.ts'
import { disposition } from '../case/attachments.ts'
import { addBureauRoute } from '../case-route.ts'

const bureau: Party = { kind: 'bureau' }
const request = z.strictObject({
  question: z.record(z.string(), z.string()),
  reason: z.string().max(2000),
})

/** A case as JSON; null where its record is not whole. */
async function caseJson(strapi: Core.Strapi, number: string): Promise<string | null> {
  const row = await readCase(strapi, { number })
  if (!row || isDamaged(row)) return null
  const log = await readLog(strapi, number)
  if (faultOf(log, headIn(row)) !== null) return null
  try {
    return JSON.stringify(handedCaseOf(openLog(log)))
  } catch {
    return null
  }
}

/** The file, a case at a time: only one is in memory. Each that is in it is recorded as handed over. */
async function* pieces(
  strapi: Core.Strapi,
  account: Staff,
  numbers: readonly string[],
  head: object,
): AsyncGenerator<string> {
  yield `${JSON.stringify({ format: 'petition-hand-over', version: 1, ...head }).slice(0, -1)},"cases":[`
  const unread: string[] = []
  let isFirst = true
  for (const number of numbers) {
    const json = await caseJson(strapi, number)
    if (json === null) {
      unread.push(number)
      continue
    }
    await recordView(strapi, account, number, 'export')
    yield `${isFirst ? '' : ','}\n${json}`
    isFirst = false
  }
  yield `\n],"unread":${JSON.stringify(unread)}}\n`
}

/** `POST /desk/cases/hand-over`: the cases that the queue shows for a question, whole, as a file. */
async function postHandOver(strapi: Core.Strapi, context: DeskContext, account: Staff) {
  const asked = request.safeParse(context.request.body).data
  if (!asked) return context.badRequest('请求的内容不完整，请刷新页面再试。')
  const reason = line(asked.reason)
  const { min, max } = handOverReason
  const length = countCharacters(reason)
  if (length < min || length > max) {
    return context.badRequest(`请写明移交的原因，${min} 到 ${max} 个字。`)
  }
  const question = readQuestion(asked.question, bureau)
  if ('refused' in question) return context.badRequest(question.refused)
  const queue = queueOf(strapi)
  await queue.settled()
  if (queue.reading() !== null) {
    return context.conflict('办件还没有读完，现在移交会漏掉一些：请等读完再试。')
  }
  const units = await listUnits(strapi)
  const named = units.map(({ documentId, name }) => ({ id: documentId, folded: fold(name) }))
  const whole = { ...question, page: 1 }
  const most = queue.index.facts.size + queue.index.countFaulty()
  const today = shanghaiDay(new Date())
  const asking = { today, reader: account.id }
  const { rows } = askQueue(queue.index.database, bureau, whole, named, asking, Math.max(1, most))
  if (rows.length === 0) return context.badRequest('没有符合条件的办件，没有可以移交的。')
  const extent = {
    asked: `移交：${describeQuestion(whole, bureau)}。原因：${reason}`,
    found: rows.length,
  }
  await recordView(strapi, account, everyCase, 'export', extent)
  const settings = await tableOf(strapi, contentType.settings).findOne({ select: ['officeName'] })
  const head = { madeAt: new Date().toISOString(), office: settings?.officeName ?? '', reason }
  context.set({
    'Content-Disposition': disposition(`办件移交 ${today}.json`),
    'X-Content-Type-Options': 'nosniff',
  })
  context.type = 'application/json; charset=utf-8'
  const numbers = rows.map(({ number }) => number)
  context.body = Readable.from(pieces(strapi, account, numbers, head))
}

/** Adds the route by which the bureau hands cases over to another system, by file. */
export function addHandOverRoute(strapi: Core.Strapi): void {
  addBureauRoute(strapi, {
    method: 'POST',
    path: '/hand-over',
    permission: casePermissions.manage,
    handler: (context, account) => postHandOver(strapi, context, account),
  })
}
