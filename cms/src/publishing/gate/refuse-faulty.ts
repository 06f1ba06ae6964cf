import { errors } from '@strapi/utils'
import type { Core } from '@strapi/strapi'
import { beforeDocuments } from '../../strapi/document-calls.ts'
import { hasDrafts, publicationOf, type Publication } from '../transcribe/publications.ts'
import { describeFaults } from './describe-faults.ts'

async function refuse(strapi: Core.Strapi, publication: Publication, documentId: string) {
  const faults = await describeFaults(strapi, publication, documentId)
  if (faults) throw new errors.ValidationError(faults.message, { errors: faults.details })
}

/**
 * Refuses an entry without drafts that may not go live, with its name and fields, in the transaction of its saving.
 * What has drafts is published by the workflow, which checks it.
 */
export function refuseFaulty(strapi: Core.Strapi): void {
  beforeDocuments(strapi, async ({ uid, action, params: { documentId } }, next) => {
    const publication = publicationOf(uid)
    if (!publication || hasDrafts(publication)) return next()
    if (!['create', 'update'].includes(action)) return next()
    return strapi.db.transaction(async () => {
      const done = (await next()) as { documentId?: string } | undefined
      const saved = documentId ?? done?.documentId
      if (saved) await refuse(strapi, publication, saved)
      return done
    })
  })
}
