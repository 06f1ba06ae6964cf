import type { Core } from '@strapi/strapi'
import { readCase, wallOf, type CaseRow } from '../../casework/record/case-record.ts'
import { partyOf } from '../../casework/record/party.ts'
import { readFile } from '../../casework/record/record-events.ts'
import { refuseStale } from '../../casework/record/seen-revision.ts'
import { recordView } from '../../casework/record/view-log.ts'
import { addCaseRoute, type Authorized } from '../../casework/routes/case-route.ts'
import { maySee } from '../../casework/rules/wall.ts'
import { isDamaged } from '../../casework/vault/damaged-rows.ts'
import { contentType } from '../../contracts/content-types.ts'
import type {
  CaseNotices,
  CaseOfNotice,
  NoticeDraft,
  NoticeMade,
} from '../../contracts/papers/notice-draft.ts'
import { casePermissions } from '../../contracts/permissions.ts'
import { addDeskRoutes, type DeskContext } from '../../strapi/desk-routes.ts'
import { documentsOf } from '../../strapi/documents.ts'
import { nameOf, type Staff } from '../../strapi/staff.ts'
import { tableOf } from '../../strapi/tables.ts'
import { performStep } from '../workflow/perform.ts'
import { plainToMarkdown } from './plain-to-markdown.ts'
import { begunFrom } from './case-choice.ts'
import { factsOfCase, type CaseFacts } from './case-facts.ts'
import { faultOfLengths, hitsOfTexts, noticeRequest, wordsOfHits } from './check-texts.ts'
import { draftOf, refusalOf } from './draft-notice.ts'
import { knownOfCase } from './known-of-case.ts'
import { noticesOf } from './linked-notices.ts'

const uid = contentType.notice
const bureauOnly = '只有信访部门可以这样做。'

/** `GET …/notices`: the notices that are about a case. */
async function showNotices(strapi: Core.Strapi, context: DeskContext, { row }: Authorized) {
  const answer: CaseNotices = { notices: await noticesOf(strapi, row.number) }
  context.body = answer
}

/** `GET /desk/notices/:documentId/case`: the case that a notice is about, told to who may see it. */
async function showCase(strapi: Core.Strapi, context: DeskContext) {
  const { documentId } = context.params
  const notice = await documentsOf(strapi, uid).findOne({ documentId })
  const number = String(notice?.caseNumber ?? '')
  const row = number ? await readCase(strapi, { number }) : null
  const party = await partyOf(strapi, context.state.user)
  const isShown = row !== null && !isDamaged(row) && maySee(party, wallOf(row))
  const answer: CaseOfNotice = {
    case: isShown ? { documentId: row.documentId, number: row.number, title: row.title } : null,
  }
  if (isShown) await recordView(strapi, context.state.user, row.number, 'read')
  context.set('Cache-Control', 'no-store')
  context.body = answer
}

/** `GET …/notice`: what a notice of a case would say, beside the case; the view is recorded. */
async function showDraft(
  strapi: Core.Strapi,
  context: DeskContext,
  { account, party, row }: Authorized,
) {
  if (party.kind !== 'bureau') return context.forbidden(bureauOnly)
  const file = await readFile(strapi, row)
  const known = await knownOfCase(strapi, file)
  await recordView(strapi, account, row.number, 'read')
  const answer: NoticeDraft = {
    ...draftOf(row, file, known, await factsOfCase(strapi, file)),
    refused: await refusalOf(strapi, row, file),
    notices: await noticesOf(strapi, row.number),
  }
  context.body = answer
}

/** Makes the entry: a copy of its own, which leads to its case by a field that is never published. */
async function createNotice(
  strapi: Core.Strapi,
  row: CaseRow,
  account: Staff,
  texts: object,
  facts: CaseFacts,
): Promise<string> {
  const settings = await tableOf(strapi, contentType.settings).findOne({ select: ['officeName'] })
  const { topic, region, unit, ...plain } = facts
  const data = {
    ...plain,
    ...texts,
    topic: topic?.documentId ?? null,
    region: region?.documentId ?? null,
    unit: unit?.documentId ?? null,
    source: settings?.officeName || '本局',
    demonstration: false,
    caseNumber: row.number,
    createdBy: account.id,
    updatedBy: account.id,
  }
  const { documentId } = await begunFrom(row.number, () =>
    documentsOf(strapi, uid).create({ data, status: 'draft' }),
  )
  return documentId
}

/** `POST …/notice`: begins the notice, and sends it to review. */
async function makeNotice(
  strapi: Core.Strapi,
  context: DeskContext,
  { account, party, row: seen }: Authorized,
) {
  if (party.kind !== 'bureau') return context.forbidden(bureauOnly)
  const asked = noticeRequest.safeParse(context.request.body)
  if (!asked.success)
    return context.badRequest('请选择办理结果；请求的内容不完整的，请刷新页面再试。')
  const fault = faultOfLengths(asked.data)
  if (fault) return context.badRequest(fault)
  const made = await strapi.db.transaction(async () => {
    const row = await readCase(strapi, { documentId: seen.documentId })
    if (!row) return void context.notFound('没有这个办件。')
    const file = await readFile(strapi, row)
    const refused = await refusalOf(strapi, row, file)
    if (refused) return void context.conflict(refused)
    if (await refuseStale(strapi, context, row, party)) return
    const known = await knownOfCase(strapi, file)
    const hits = hitsOfTexts(asked.data, known)
    if (hits.length > 0) return void context.badRequest(wordsOfHits(hits), { hits })
    const texts = { ...asked.data, body: plainToMarkdown(asked.data.body) }
    return createNotice(strapi, row, account, texts, await factsOfCase(strapi, file))
  })
  if (made === undefined) return
  const person = {
    id: account.id,
    name: nameOf(account),
    rights: { write: true, review: false, publish: false },
  }
  const key = { uid, documentId: made }
  const sent = await performStep(strapi, key, { kind: 'submit' }, person, new Date())
  const answer: NoticeMade = { documentId: made, barrier: sent.ok ? null : sent.reason }
  context.body = answer
}

/** Adds the routes by which the bureau begins the public notice of a case, and everybody who may see it sees where that stands. */
export function addNoticeRoutes(strapi: Core.Strapi): void {
  addDeskRoutes(strapi, '/desk/notices', [
    {
      method: 'GET',
      path: '/:documentId/case',
      permission: casePermissions.handle,
      handler: (context) => showCase(strapi, context),
    },
  ])
  addCaseRoute(strapi, {
    method: 'GET',
    path: '/notices',
    permission: casePermissions.handle,
    handler: (context, authorized) => showNotices(strapi, context, authorized),
  })
  addCaseRoute(strapi, {
    method: 'GET',
    path: '/notice',
    permission: casePermissions.manage,
    handler: (context, authorized) => showDraft(strapi, context, authorized),
  })
  addCaseRoute(strapi, {
    method: 'POST',
    path: '/notice',
    permission: casePermissions.manage,
    handler: (context, authorized) => makeNotice(strapi, context, authorized),
  })
}
