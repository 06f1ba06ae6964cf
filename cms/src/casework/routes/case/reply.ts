import { shanghaiDay } from '@portal/content/calendar/day'
import type { Workdays } from '@portal/content/schema/entries/workdays'
import type { Core } from '@strapi/strapi'
import { z } from 'zod'
import { contentType } from '../../../contracts/content-types.ts'
import type { DeskFile } from '../../../contracts/cases/desk-files.ts'
import { opinionSteps } from '../../../contracts/papers/opinion.ts'
import { casePermissions } from '../../../contracts/permissions.ts'
import { layout } from '../../../environment.ts'
import type { ReplyPage } from '../../../contracts/papers/reply-page.ts'
import type { DeskContext } from '../../../strapi/desk-routes.ts'
import { tableOf } from '../../../strapi/tables.ts'
import { seenOf } from '../../record/seen-revision.ts'
import { openLog, readLog } from '../../events/event-log.ts'
import { readFile } from '../../record/record-events.ts'
import { listUnits } from '../../record/units.ts'
import { recordView } from '../../record/view-log.ts'
import { readWorkdays } from '../../record/workdays.ts'
import { checkFile } from '../../files/check-file.ts'
import { signFile } from '../../files/file-token.ts'
import { sentFile } from '../../files/incoming-file.ts'
import { readKeyFile } from '../../sealed/key-file.ts'
import { keepDraftFile } from '../../reply/draft-files.ts'
import { allowedActions } from '../../rules/actions/allowed-actions.ts'
import { dropDraft, readDraft, replyFields, saveDraft } from '../../reply/draft.ts'
import { findArticles } from '../../reply/find-articles.ts'
import { readLaws } from '../../reply/read-laws.ts'
import { replyPageOf } from '../../reply/reply-page.ts'
import { wantsSecondReader } from '../../reply/settings.ts'
import { listTemplates, placeholdersOf } from '../../reply/templates.ts'
import { addCaseRoute, addListRoute, type Authorized } from '../case-route.ts'

/** `GET …/reply`: the case beside which a reply is written, and what is half written of it. */
async function showReply(
  strapi: Core.Strapi,
  table: Workdays,
  context: DeskContext,
  { account, party, row }: Authorized,
) {
  const file = await readFile(strapi, row)
  const events = openLog(await readLog(strapi, row.number))
  const accused = row.accusedUnits.map(({ name }) => name)
  const units = (await listUnits(strapi)).filter(({ active }) => active)
  const settings = await tableOf(strapi, contentType.settings).findOne({ select: ['officeName'] })
  const office = settings?.officeName ?? ''
  const now = new Date()
  const given = {
    units:
      party.kind === 'bureau'
        ? units.map(({ name }) => name).filter((name) => !accused.includes(name))
        : [],
    secondReader: await wantsSecondReader(strapi),
    draft: await readDraft(strapi, row.number, account.id),
    templates: await listTemplates(strapi, file),
    placeholders: placeholdersOf(file, office, now),
    office,
    seen: seenOf(events, file, party),
  }
  await recordView(strapi, account, row.number, 'read')
  const [secret = ''] = readKeyFile(layout.pepper)
  const answer: ReplyPage = replyPageOf(file, party, account.id, given, now, table, (files) =>
    files.map((one) => signFile(secret, row.number, one)),
  )
  context.body = answer
}

const draftRequest = z.object({ seen: z.int().min(0), fields: replyFields.nullable() })

/** `PUT …/draft`: keeps what is half written; without fields it is given up. */
async function putDraft(
  strapi: Core.Strapi,
  context: DeskContext,
  { account, row: { number } }: Authorized,
) {
  const asked = draftRequest.safeParse(context.request.body).data
  if (!asked)
    return context.badRequest('写的内容太长，没有保存到服务器。请缩短到每部分两万字以内。')
  const { seen, fields } = asked
  if (fields === null) {
    await dropDraft(strapi, number, account.id)
    context.body = { draft: null }
    return
  }
  const { ok, draft } = await saveDraft(strapi, number, account.id, fields, seen)
  if (ok) context.body = { draft: { version: draft.version, savedAt: draft.savedAt } }
  else context.conflict('这份答复在另一个页面上也写过，请看一看要哪一份。', { draft })
}

/** `POST …/files`: takes a file for an opinion that is being written; it is checked, and sealed before it is written. */
async function postFile(
  strapi: Core.Strapi,
  table: Workdays,
  context: DeskContext,
  { party, row }: Authorized,
) {
  const asked = z.object(sentFile).safeParse(context.request.body)
  if (!asked.success) return context.badRequest('请求的内容不完整，请刷新页面再试。')
  const allowed = allowedActions(await readFile(strapi, row), party, table, new Date())
  if (!opinionSteps.some((step) => allowed.includes(step))) {
    return context.conflict('这一件现在不能答复，附件没有加上。')
  }
  const checked = await checkFile(asked.data.name, Buffer.from(asked.data.content, 'base64'))
  if (!checked.ok) return context.badRequest(checked.reason)
  const kept = await keepDraftFile(strapi, row.number, checked, new Date())
  const [secret = ''] = readKeyFile(layout.pepper)
  const answer: DeskFile = signFile(secret, row.number, kept)
  context.body = answer
}

const articleRequest = z.object({ question: z.string().trim().min(1).max(200) })

/** `POST /desk/cases/articles`: articles of the laws that the desk has. */
async function postArticles(strapi: Core.Strapi, context: DeskContext) {
  const asked = articleRequest.safeParse(context.request.body).data
  if (!asked) return context.badRequest('请写法规名称、条号或者条文里的词，200 字以内。')
  const laws = await readLaws(strapi, asked.question)
  context.body = findArticles(asked.question, laws, shanghaiDay(new Date()))
}

/** Adds the routes of the reply page. */
export function addReplyRoutes(strapi: Core.Strapi): void {
  const table = readWorkdays()
  const permission = casePermissions.handle
  addCaseRoute(strapi, {
    method: 'GET',
    path: '/reply',
    permission,
    handler: (context, authorized) => showReply(strapi, table, context, authorized),
  })
  addCaseRoute(strapi, {
    method: 'PUT',
    path: '/draft',
    permission,
    handler: (context, authorized) => putDraft(strapi, context, authorized),
  })
  addCaseRoute(strapi, {
    method: 'POST',
    path: '/files',
    permission,
    handler: (context, authorized) => postFile(strapi, table, context, authorized),
  })
  addListRoute(strapi, {
    method: 'POST',
    path: '/articles',
    permission,
    handler: (context) => postArticles(strapi, context),
  })
}
