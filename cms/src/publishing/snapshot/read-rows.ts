import type { Core } from '@strapi/strapi'
import { documentsOf } from '../../strapi/documents.ts'
import type { StoredFields } from '../../strapi/stored-fields.ts'
import { hasDrafts, type Publication } from '../transcribe/publications.ts'
import { withLinks, type LinkedRow } from './resolve-links.ts'

/** So many rows are read at a time: an archive does not fit into memory whole. */
const batch = 200

/** Entries of a type as citizens are to see them, in the order in which they were made. */
export async function* readRows(
  strapi: Core.Strapi,
  publication: Publication,
  documentIds?: readonly string[],
): AsyncGenerator<LinkedRow> {
  const { uid, populate } = publication
  const status = hasDrafts(publication) ? { status: 'published' as const } : {}
  let last = 0
  for (;;) {
    const found = await documentsOf(strapi, uid).findMany({
      ...{ populate, sort: 'id:asc', limit: batch, ...status },
      filters: {
        id: { $gt: last },
        ...(documentIds && { documentId: { $in: documentIds } }),
      },
    })
    // A type of one entry answers with it alone.
    const rows = [found].flat().filter(Boolean) as StoredFields[]
    yield* hasDrafts(publication)
      ? await withLinks(strapi, publication, rows)
      : rows.map((row) => ({ row, wanted: [] }))
    if (rows.length < batch) return
    last = Number(rows.at(-1)?.id)
  }
}

/** The draft of an entry as it would be published now; undefined where there is none. */
export async function readDraftRow(
  strapi: Core.Strapi,
  { uid, populate }: Publication,
  documentId: string,
): Promise<StoredFields | undefined> {
  const draft = await documentsOf(strapi, uid).findOne({ documentId, populate })
  // The time of publication is filled in when it comes.
  return draft
    ? { ...draft, publicationTime: draft.publicationTime ?? new Date().toISOString() }
    : undefined
}
