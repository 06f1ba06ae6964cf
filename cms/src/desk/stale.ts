import { errors } from '@strapi/utils'
import type { Core } from '@strapi/strapi'
import { isWritten } from '../editions/entry.ts'
import { nameOf, type User } from '../editions/rights.ts'
import { officeMinute } from '../editions/words.ts'

/** An entry was saved by somebody else since the sender read it; nothing was written. */
export class StaleError extends errors.ApplicationError<'StaleError', string, object> {
  constructor(message: string, details: { at: string; who: string }) {
    super(message, details)
    this.name = 'StaleError'
  }
}

/** Whoever saves or takes a step did not say of which version; nothing was written. */
export class UnseenError extends errors.ApplicationError<'UnseenError', string, object> {
  constructor() {
    super(unseen, {})
    this.name = 'UnseenError'
  }
}

/** What is said to a page that does not say what was read on it. */
export const unseen = '没有办：不知道您看的是哪一稿。请刷新页面，看过再办一次。'

type Saved = { updatedAt: string | Date; updatedBy?: User | null }
type Context = { uid: string; action: string; params: { documentId?: string } }
type Request = {
  method: string
  path: string
  params: { model?: string; id?: string }
  get(header: string): string
}
type Answer = { status: number; body: unknown }

/** The instant that an `If-Match` header names; undefined where there is none to compare. */
export function seenIn(header: string): number | undefined {
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
  const where = { documentId, ...(isWritten(uid) ? { publishedAt: null } : {}) }
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
  throw new StaleError(`您打开以后，${who}在${officeMinute(at)}保存过这一条。${advice}`, {
    at,
    who,
  })
}

const advice = '您写的还在，没有覆盖对方的内容：请对照以后再保存。'

/**
 * The version that a save or deletion of the content manager's own pages was made from, `null` where it
 * does not say; undefined for what programs change, and for entries other than the one in the address.
 */
function seenOf(strapi: Core.Strapi, { uid, params }: Context): number | null | undefined {
  const request = strapi.requestContext.get() as unknown as Request | undefined
  if (!request?.path.startsWith('/content-manager/')) return undefined
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
  strapi.documents.use(async (given, next) => {
    const context = given as unknown as Context
    const { uid, action, params } = context
    const { documentId } = params
    if (!['update', 'delete'].includes(action) || !documentId) return next()
    const seen = seenOf(strapi, context)
    if (seen === undefined || (seen === null && action === 'delete')) return next()
    return strapi.db.transaction(async () => {
      if (seen !== null) await refuseStale(strapi, { uid, documentId }, seen, advice)
      else if (await holdSaved(strapi, uid, documentId)) throw new UnseenError()
      return next()
    }) as never
  })
}

const statuses: Record<string, number> = { StaleError: 412, UnseenError: 428 }

/** Strapi answers 400 to every error of an application; a stale save has a status of its own. */
export function answerStale(strapi: Core.Strapi): void {
  strapi.server.use(async (context, next) => {
    await next()
    const answer = context as unknown as Answer
    const { error } = (answer.body ?? {}) as { error?: { name?: string; status?: number } }
    const status = statuses[error?.name ?? '']
    if (answer.status !== 400 || !error || !status) return
    answer.status = status
    error.status = status
  })
}
