import { longMoment } from '@portal/content/calendar/wording'
import type { Core } from '@strapi/strapi'
import { isWorkflowType } from '../../contracts/content-types.ts'
import { nameOf, type Staff } from '../../strapi/staff.ts'
import { beforeDocuments, type DocumentCall } from '../../strapi/document-calls.ts'
import { StaleError, UnseenError } from '../../strapi/refusals.ts'

type Saved = { updatedAt: string | Date; updatedBy?: Staff | null }
type Request = {
  method: string
  path: string
  params: { model?: string; id?: string }
  get(header: string): string
}

/** The instant that an `If-Match` header names; undefined where there is none to compare. */
function seenIn(header: string): number | undefined {
  const moment = Date.parse(header.replace(/^"|"$/g, ''))
  return Number.isNaN(moment) ? undefined : moment
}

/**
 * The entry as it was last saved, held until the transaction ends; undefined where there is none.
 * Of an entry that has drafts, the draft.
 */
async function holdSaved(
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
): Promise<Saved | undefined> {
  const where = { documentId, ...(isWorkflowType(uid) ? { publishedAt: null } : {}) }
  await strapi.db.queryBuilder(uid).select(['id']).where(where).forUpdate().execute()
  const row = await strapi.db.query(uid).findOne({ where, populate: { updatedBy: true } })
  return (row as Saved | null) ?? undefined
}

/**
 * Refuses to go on with an entry that was saved since `seen` (milliseconds), inside the transaction
 * under way: the text that was read then is no longer the text.
 * @throws StaleError, which says who saved it and when, then the `advice`
 */
export async function refuseStale(
  strapi: Core.Strapi,
  { uid, documentId }: { uid: string; documentId: string },
  seen: number,
  advice: string,
): Promise<void> {
  const saved = await holdSaved(strapi, uid, documentId)
  if (!saved || new Date(saved.updatedAt).getTime() === seen) return
  const at = new Date(saved.updatedAt).toISOString()
  const who = saved.updatedBy ? nameOf(saved.updatedBy) : '系统'
  throw new StaleError(`您打开以后，${who}在${longMoment(at)}保存过这一条。${advice}`, {
    at,
    who,
  })
}

const advice = '您写的还在，没有覆盖对方的内容：请对照以后再保存。'

/**
 * The version that a save or deletion of the content manager's own pages was made from, `null` where it
 * does not say; undefined for what programs change, and for entries other than the one in the address.
 */
function seenOf(strapi: Core.Strapi, { uid, params }: DocumentCall): number | null | undefined {
  const request = strapi.requestContext.get() as Request | undefined
  if (!request?.path.startsWith('/content-manager/')) return undefined
  // Strapi's own publishing, which is posted, is refused to everybody by the workflow.
  if (request.method === 'POST') return undefined
  const { model, id } = request.params
  if (model !== uid || (id !== undefined && id !== params.documentId)) return undefined
  return seenIn(request.get('if-match')) ?? null
}

/**
 * Refuses saves made from an older page: whoever saves says with `If-Match` which version (`updatedAt`) was
 * on the page, and does not write over another one. Answers 412, or 428 where it was not said, and nothing is
 * changed. An entry may be deleted from a list, where its text was not read. To be added after
 * the workflow's guard, so that both stand in one transaction.
 */
export function refuseStaleSaves(strapi: Core.Strapi): void {
  beforeDocuments(strapi, async (call, next) => {
    const { uid, action, params } = call
    const { documentId } = params
    if (!['update', 'delete'].includes(action) || !documentId) return next()
    const seen = seenOf(strapi, call)
    if (seen === undefined || (seen === null && action === 'delete')) return next()
    return strapi.db.transaction(async () => {
      if (seen !== null) await refuseStale(strapi, { uid, documentId }, seen, advice)
      else if (await holdSaved(strapi, uid, documentId)) throw new UnseenError()
      return next()
    })
  })
}

const statuses: Record<string, number> = { StaleError: 412, UnseenError: 428 }

/** Strapi answers 400 to every error of an application; a stale save has a status of its own. */
export function answerStale(strapi: Core.Strapi): void {
  strapi.server.use(async (answer, next) => {
    await next()
    const { error } = (answer.body ?? {}) as { error?: { name?: string; status?: number } }
    const status = statuses[error?.name ?? '']
    if (answer.status !== 400 || !error || !status) return
    answer.status = status
    error.status = status
  })
}
