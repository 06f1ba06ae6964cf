import { errors } from '@strapi/utils'
import type { Core } from '@strapi/strapi'
import { fieldOf, gate } from './check-entry.ts'
import { hasDrafts, publicationOf, type Publication } from '../transcribe/publications.ts'
import { beforeDocuments, type DocumentCall } from '../../strapi/document-calls.ts'
import { documentsOf } from '../../strapi/documents.ts'
import { labelOf, modelOf } from '../../strapi/models.ts'
import { contentType } from '../../contracts/content-types.ts'
import { tableOf } from '../../strapi/tables.ts'

/** Whether this call changes what citizens see. */
function goesLive(publication: Publication, { action, params }: DocumentCall): boolean {
  if (!hasDrafts(publication)) return ['create', 'update', 'delete'].includes(action)
  if (['publish', 'unpublish', 'delete'].includes(action)) return true
  return ['create', 'update', 'clone'].includes(action) && params.status === 'published'
}

/** What keeps an entry from being published: a sentence for staff, and the fields at fault. */
export type Faults = {
  message: string
  details: { path: string[]; name: string; message: string; field: string }[]
}

/**
 * Checks the draft of an entry, or an entry without drafts, as it would be published.
 * @returns undefined where nothing is wrong, or where there is no such entry
 */
export async function describeFaults(
  strapi: Core.Strapi,
  publication: Publication,
  documentId: string,
): Promise<Faults | undefined> {
  const { uid, populate } = publication
  const row = await documentsOf(strapi, uid).findOne({ documentId, populate })
  if (!row) return undefined
  // What has not been published yet gets its time when it is.
  const publicationTime = row.publicationTime ?? new Date().toISOString()
  const gated = await gate(publication, { ...row, publicationTime })
  if (gated.ok) return undefined
  const { title, name: plain, office, siteName, words, slug } = row
  const name = String(title ?? plain ?? office ?? siteName ?? words ?? slug)
  const details = gated.faults.map((fault) => {
    const field = fieldOf(fault)
    return { path: [field], name: 'ValidationError', message: fault.problem, field }
  })
  const attributes = modelOf(strapi, publication.uid)?.attributes
  const list = details.map(({ field, message }) => `${labelOf(attributes, field)}：${message}`)
  return { message: `“${name}”还不能发布。${list.join('；')}`, details }
}

async function refuseFaulty(strapi: Core.Strapi, publication: Publication, documentId: string) {
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
 * Watches every change of what citizens see. A faulty entry is refused with its name and fields; a
 * sound one leaves a row in the outbox in the same transaction, so that no publication is forgotten
 * whatever happens to the process. `wake` is called after the commit.
 */
export function watchPublications(strapi: Core.Strapi, wake: () => void): void {
  beforeDocuments(strapi, async (call, next) => {
    const publication = publicationOf(call.uid)
    if (!publication || !goesLive(publication, call)) return next()
    return strapi.db.transaction(async ({ onCommit }) => {
      const { documentId } = call.params
      if (call.action === 'publish' && documentId) {
        await fillPublicationTime(strapi, publication.uid, documentId)
        await refuseFaulty(strapi, publication, documentId)
      }
      const done = (await next()) as { documentId?: string } | undefined
      const saved = documentId ?? done?.documentId
      if (!hasDrafts(publication) && call.action !== 'delete' && saved) {
        await refuseFaulty(strapi, publication, saved)
      }
      const cause = `${call.action} ${publication.kind} ${saved ?? ''}`.trim()
      await tableOf(strapi, contentType.buildRequest).create({
        data: { state: 'waiting', cause },
      })
      onCommit(wake)
      return done
    })
  })
}
