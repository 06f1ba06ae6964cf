import { disposition } from '@portal/content/files/disposition'
import type { Workdays } from '@portal/content/schema/entries/workdays'
import type { Core } from '@strapi/strapi'
import mammoth from 'mammoth'
import { z } from 'zod'
import { paperKinds, type CasePapers, type PaperKind } from '../../../contracts/papers/papers.ts'
import { casePermissions } from '../../../contracts/permissions.ts'
import type { DeskContext } from '../../../strapi/desk-routes.ts'
import { openLog, readLog } from '../../events/event-log.ts'
import { staffActor } from '../../events/staff-actor.ts'
import { paperNumber } from '../../events/paper-events.ts'
import { duePapers, readsPaper } from '../../papers/due-papers.ts'
import { fillTemplate } from '../../papers/fill-template.ts'
import { issuePaper, officeName, withSerial } from '../../papers/issue-paper.ts'
import { wordsOfPaper } from '../../papers/paper-words.ts'
import { readTemplate } from '../../papers/paper-templates.ts'
import { readEarlier, readVersion } from '../../papers/template-versions.ts'
import { refusal } from '../../record/case-wall.ts'
import { readCase, wallOf } from '../../record/case-record.ts'
import { readFile } from '../../record/record-events.ts'
import { recordView } from '../../record/view-log.ts'
import { readWorkdays } from '../../record/workdays.ts'
import { projectCase } from '../../rules/case/project-case.ts'
import { maySee } from '../../rules/wall.ts'
import { addCaseRoute, type Authorized } from '../case-route.ts'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** `GET …/papers`: the papers that can be made of a case, and those that were. */
async function listPapers(
  strapi: Core.Strapi,
  context: DeskContext,
  { account, party, row }: Authorized,
) {
  const events = openLog(await readLog(strapi, row.number))
  const papers = duePapers(events, projectCase(events), party).map(({ line }) => line)
  const answer: CasePapers = { papers }
  await recordView(strapi, account, row.number, 'read')
  context.body = answer
}

const kinds = Object.keys(paperKinds) as [PaperKind, ...PaperKind[]]
const request = z.object({
  paper: z.enum(kinds),
  of: z.int().min(0),
  /** Of letters and referrals: to which unit. */
  about: z.string().max(200),
})

/** `POST …/papers`: makes a paper and gives it its number. */
async function postPaper(
  strapi: Core.Strapi,
  table: Workdays,
  context: DeskContext,
  { account, party, row: seen }: Authorized,
) {
  const asked = request.safeParse(context.request.body).data
  if (!asked) return context.badRequest('请求的内容不完整。')
  return withSerial(() =>
    strapi.db.transaction(async () => {
      const row = await readCase(strapi, { documentId: seen.documentId })
      if (!row) return context.notFound('没有这个办件。')
      // The wall may have been raised since the case was asked for.
      if (!maySee(party, wallOf(row))) return context.forbidden(refusal)
      await readFile(strapi, row)
      const events = openLog(await readLog(strapi, row.number))
      const due = duePapers(events, projectCase(events), party).find(
        ({ line }) =>
          line.paper === asked.paper && line.of === asked.of && line.about === asked.about,
      )
      if (!due) return context.conflict('现在不能制发这份文书：办件有了变化，请刷新页面看看。')
      const [made] = due.line.issued
      if (!due.line.open && made) {
        context.body = { id: made.id, number: made.number }
        return
      }
      if (!due.line.open) return context.conflict('这份文书不能在这里制发。')
      const actor = staffActor(account)
      context.body = await issuePaper(strapi, row, events, due, actor, new Date(), table)
    }),
  )
}

/** A paper that was made, as a Word file; null where there is none that the party may have. */
async function readPaper(
  strapi: Core.Strapi,
  table: Workdays,
  context: DeskContext,
  { party, row }: Authorized,
): Promise<{ bytes: Buffer; name: string } | null> {
  const id = Number(context.params.id)
  const events = openLog(await readLog(strapi, row.number))
  const paper = events.find(({ sequence }) => sequence === id)?.body
  if (paper?.kind !== 'paper-issued' || !readsPaper(party, paper)) return null
  const words = paper.words ?? wordsOfPaper(events, id, await officeName(strapi), table)
  if (!words) return null
  const template = paper.template
    ? await readVersion(strapi, paper.template)
    : ((await readEarlier(strapi, paper.paper)) ?? (await readTemplate(strapi, paper.paper)))
  if (!template) throw new Error('文书模板的版本不在数据库里：请检查备份')
  const bytes = fillTemplate(template, words)
  return { bytes, name: `${paperKinds[paper.paper].name} ${paperNumber(paper)}.docx` }
}

/** `GET …/papers/:id`: the paper as a Word file. */
async function getPaper(
  strapi: Core.Strapi,
  table: Workdays,
  context: DeskContext,
  authorized: Authorized,
) {
  const paper = await readPaper(strapi, table, context, authorized)
  if (!paper) return context.notFound('没有这份文书。')
  await recordView(strapi, authorized.account, authorized.row.number, 'paper')
  context.set({
    'Content-Disposition': disposition('attachment', paper.name),
    'X-Content-Type-Options': 'nosniff',
  })
  context.type = word
  context.body = paper.bytes
}

/** `GET …/papers/:id/page`: the same as a page to be printed. */
async function showPaper(
  strapi: Core.Strapi,
  table: Workdays,
  context: DeskContext,
  authorized: Authorized,
) {
  const paper = await readPaper(strapi, table, context, authorized)
  if (!paper) return context.notFound('没有这份文书。')
  await recordView(strapi, authorized.account, authorized.row.number, 'paper')
  const { value } = await mammoth.convertToHtml({ buffer: paper.bytes })
  context.body = { name: paper.name, html: value }
}

/** Adds the routes of the papers of a case. */
export function addPaperRoutes(strapi: Core.Strapi): void {
  const table = readWorkdays()
  const permission = casePermissions.handle
  addCaseRoute(strapi, {
    method: 'GET',
    path: '/papers',
    permission,
    handler: (context, authorized) => listPapers(strapi, context, authorized),
  })
  addCaseRoute(strapi, {
    method: 'POST',
    path: '/papers',
    permission,
    handler: (context, authorized) => postPaper(strapi, table, context, authorized),
  })
  addCaseRoute(strapi, {
    method: 'GET',
    path: '/papers/:id',
    permission,
    handler: (context, authorized) => getPaper(strapi, table, context, authorized),
  })
  addCaseRoute(strapi, {
    method: 'GET',
    path: '/papers/:id/page',
    permission,
    handler: (context, authorized) => showPaper(strapi, table, context, authorized),
  })
}
