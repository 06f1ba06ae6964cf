import { errors } from '@strapi/utils'
import type { Core } from '@strapi/strapi'
import { beforeDocuments } from '../../strapi/document-calls.ts'
import { documentsOf } from '../../strapi/documents.ts'
import { modelOf } from '../../strapi/models.ts'
import { hasDrafts, publicationOf, type Publication } from '../transcribe/publications.ts'
import { describeFaults } from './describe-faults.ts'

async function refuse(strapi: Core.Strapi, publication: Publication, documentId: string) {
  const faults = await describeFaults(strapi, publication, documentId)
  if (faults) throw new errors.ValidationError(faults.message, { errors: faults.details })
}

async function fillPublicationTime(
  strapi: Core.Strapi,
  uid: Publication['uid'],
  documentId: string,
) {
  if (!('publicationTime' in (modelOf(strapi, uid)?.attributes ?? {}))) return
  const row = await documentsOf(strapi, uid).findOne({ documentId })
  if (!row || row.publicationTime) return
  const data = { publicationTime: new Date().toISOString() }
  await documentsOf(strapi, uid).update({ documentId, data })
}

/**
 * Refuses what may not go live, with its name and fields: a draft before it is published, an entry without drafts
 * once it is saved, in the transaction of its saving.
 */
export function refuseFaulty(strapi: Core.Strapi): void {
  beforeDocuments(strapi, async ({ uid, action, params: { documentId } }, next) => {
    const publication = publicationOf(uid)
    if (!publication) return next()
    if (hasDrafts(publication)) {
      if (action !== 'publish' || !documentId) return next()
      return strapi.db.transaction(async () => {
        await fillPublicationTime(strapi, publication.uid, documentId)
        await refuse(strapi, publication, documentId)
        return next()
      })
    }
    if (!['create', 'update'].includes(action)) return next()
    return strapi.db.transaction(async () => {
      const done = (await next()) as { documentId?: string } | undefined
      const saved = documentId ?? done?.documentId
      if (saved) await refuse(strapi, publication, saved)
      return done
    })
  })
}
