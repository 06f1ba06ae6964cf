import type { Core } from '@strapi/strapi'
import { contentType } from '../../contracts/content-types.ts'
import { beforeDocuments, type DocumentCall } from '../../strapi/document-calls.ts'
import { tableOf } from '../../strapi/tables.ts'
import { hasDrafts, publicationOf, type Publication } from '../transcribe/publications.ts'

/** Whether this call changes what citizens see. */
function goesLive(publication: Publication, { action, params }: DocumentCall): boolean {
  if (!hasDrafts(publication)) return ['create', 'update', 'delete'].includes(action)
  if (['publish', 'unpublish', 'delete'].includes(action)) return true
  return ['create', 'update', 'clone'].includes(action) && params.status === 'published'
}

/**
 * Asks for a release with every change of what citizens see: the request is written in the transaction of the change,
 * so that no publication is forgotten whatever happens to the process. `wake` is called after the commit.
 */
export function requestReleases(strapi: Core.Strapi, wake: () => void): void {
  beforeDocuments(strapi, async (call, next) => {
    const publication = publicationOf(call.uid)
    if (!publication || !goesLive(publication, call)) return next()
    return strapi.db.transaction(async ({ onCommit }) => {
      const done = (await next()) as { documentId?: string } | undefined
      const documentId = call.params.documentId ?? done?.documentId ?? ''
      const cause = `${call.action} ${publication.kind}`
      const data = { state: 'waiting' as const, cause, uid: call.uid, entry: documentId }
      await tableOf(strapi, contentType.buildRequest).create({ data })
      onCommit(wake)
      return done
    })
  })
}
