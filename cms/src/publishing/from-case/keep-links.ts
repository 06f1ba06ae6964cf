import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import type { Actor } from '../../casework/events/event.ts'
import { staffActor } from '../../casework/events/staff-actor.ts'
import { readCase } from '../../casework/record/case-record.ts'
import { recordEvents } from '../../casework/record/record-events.ts'
import { contentType } from '../../contracts/content-types.ts'
import { beforeDocuments } from '../../strapi/document-calls.ts'
import { documentsOf } from '../../strapi/documents.ts'
import type { Staff } from '../../strapi/staff.ts'
import { standingNotice } from './linked-notices.ts'

const uid = contentType.notice

type Link = { number: string | null; title: string }

async function linkOf(strapi: Core.Strapi, documentId: string | undefined): Promise<Link> {
  const row = documentId ? await documentsOf(strapi, uid).findOne({ documentId }) : null
  const number = typeof row?.caseNumber === 'string' && row.caseNumber ? row.caseNumber : null
  return { number, title: String(row?.title ?? '') }
}

/** Why a case cannot have this notice too; undefined where it can. */
export async function faultOfSecond(
  strapi: Core.Strapi,
  number: unknown,
  documentId: string | null,
): Promise<string | undefined> {
  if (typeof number !== 'string' || number === '') return undefined
  const other = await standingNotice(strapi, number, documentId)
  return other && `这一件已经有公示“${other.title}”（${other.word}）：撤下那一篇以后，才能再写一篇`
}

/**
 * Writes into the record of a case that a notice is about it, or no more, whoever chose it by whatever door; and
 * refuses a second one while the first is not withdrawn.
 */
export function keepNoticeLinks(strapi: Core.Strapi): void {
  const record = async (
    kind: 'notice-linked' | 'notice-unlinked',
    number: string,
    notice: string,
    title: string,
  ) => {
    const row = await readCase(strapi, { number })
    if (!row) return
    const account = strapi.requestContext.get()?.state.user as Staff | undefined
    const actor: Actor = account ? staffActor(account) : { kind: 'system' }
    const body = { kind, told: null, notice, title }
    await recordEvents(strapi, row, [{ at: new Date().toISOString(), actor, body }])
  }
  beforeDocuments(strapi, async ({ uid: of, action, params }, next) => {
    if (of !== uid || !['create', 'update', 'delete'].includes(action)) return next()
    const { documentId, data } = params
    const chosen = data?.caseNumber
    if (action !== 'delete' && chosen === undefined) return next()
    return strapi.db.transaction(async () => {
      const before = await linkOf(strapi, documentId)
      if (chosen !== before.number) {
        const fault = await faultOfSecond(strapi, chosen, documentId ?? null)
        if (fault) {
          const details = [{ path: ['caseNumber'], name: 'ValidationError', message: fault }]
          throw new errors.ValidationError(`对应办件编号：${fault}`, { errors: details })
        }
      }
      const done = (await next()) as { documentId?: string } | null
      const notice = documentId ?? done?.documentId
      if (!notice) return done
      const after = await linkOf(strapi, notice)
      if (before.number === after.number) return done
      if (before.number !== null)
        await record('notice-unlinked', before.number, notice, before.title)
      if (after.number !== null) await record('notice-linked', after.number, notice, after.title)
      return done
    })
  })
}
