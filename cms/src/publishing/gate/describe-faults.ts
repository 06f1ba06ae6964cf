import type { Core } from '@strapi/strapi'
import { documentsOf } from '../../strapi/documents.ts'
import { labelOf, modelOf } from '../../strapi/models.ts'
import type { Publication } from '../transcribe/publications.ts'
import { checkEntry, fieldOf } from './check-entry.ts'

/** What keeps an entry from being published: a sentence for staff, and the fields at fault. */
type Faults = {
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
  const checked = await checkEntry(publication, { ...row, publicationTime })
  if (checked.ok) return undefined
  const { title, name: plain, office, siteName, words, slug } = row
  const name = String(title ?? plain ?? office ?? siteName ?? words ?? slug)
  const details = checked.faults.map((fault) => {
    const field = fieldOf(fault)
    return { path: [field], name: 'ValidationError', message: fault.problem, field }
  })
  const attributes = modelOf(strapi, publication.uid)?.attributes
  const list = details.map(({ field, message }) => `${labelOf(attributes, field)}：${message}`)
  return { message: `“${name}”还不能发布。${list.join('；')}`, details }
}
