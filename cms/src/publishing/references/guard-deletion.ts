import { errors } from '@strapi/utils'
import type { Core } from '@strapi/strapi'
import { keepNameOfDeleted } from './follow-renames.ts'
import { canBeRetired } from './retired.ts'
import { usesOf, type Reader } from './uses.ts'
import { changeFirst, refusalOf, retire } from './refusal.ts'
import { beforeDocuments } from '../../strapi/document-calls.ts'
import { contentType } from '../../contracts/content-types.ts'

type RequestState = { userAbility?: { can(action: string, subject: string): boolean } }

/** What waits to be published; records that are kept are guarded by themselves. */

/** Who asks may be told the titles of what the account reads; programs are told numbers. */
export function readerOf(strapi: Core.Strapi): Reader {
  const { userAbility } = (strapi.requestContext.get()?.state ?? {}) as RequestState
  return (uid) => userAbility?.can('plugin::content-manager.explorer.read', uid) ?? false
}

async function nameOf(strapi: Core.Strapi, uid: string, documentId: string): Promise<string> {
  const row = await strapi.db.query(uid).findOne({ where: { documentId } })
  return `“${row?.title ?? row?.name ?? row?.account ?? documentId}”`
}

async function refuseUsed(strapi: Core.Strapi, uid: string, documentId: string): Promise<void> {
  if (uid === contentType.settings) {
    throw new errors.ApplicationError('网站设置不能删除：整个网站都用到它。要改的，改好保存。')
  }
  const uses = await usesOf(strapi, uid, documentId, readerOf(strapi))
  if (uses.length === 0) return
  const instead = canBeRetired(uid) ? retire : changeFirst
  const name = await nameOf(strapi, uid, documentId)
  throw new errors.ApplicationError(refusalOf(name, uses, instead), { uses })
}

/**
 * Refuses to delete what something else refers to, whichever way it is asked for: nothing is left
 * that points to nothing. What is asked and what is deleted stand in one transaction.
 */
export function guardReferences(strapi: Core.Strapi): void {
  beforeDocuments(strapi, async ({ uid, action, params }, next) => {
    if (action !== 'delete' || !params.documentId || !uid.startsWith('api::')) return next()
    if (uid === contentType.buildRequest && strapi.requestContext.get()) {
      throw new errors.ApplicationError('这是发布的记录，不能删除。')
    }
    const { documentId } = params
    return strapi.db.transaction(async () => {
      await refuseUsed(strapi, uid, documentId)
      await keepNameOfDeleted(strapi, uid, documentId)
      return next()
    })
  })
}
