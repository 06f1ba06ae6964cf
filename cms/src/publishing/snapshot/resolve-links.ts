import type { Core } from '@strapi/strapi'
import type { LinkValue } from '../editions/content.ts'
import { keyOf } from '../editions/entry.ts'
import { hasDrafts, publicationOf, type Publication } from '../transcribe/publications.ts'
import type { StoredFields } from '../../strapi/stored-fields.ts'
import type { WorkflowType } from '../../contracts/content-types.ts'
import { documentsOf } from '../../strapi/documents.ts'
import { modelOf } from '../../strapi/models.ts'

/** The fields of a publication that link to entries with drafts, and what they link to. */
function linkFields(strapi: Core.Strapi, { uid, populate }: Publication): [string, WorkflowType][] {
  const attributes = modelOf(strapi, uid)?.attributes ?? {}
  return Object.keys(populate).flatMap((field): [string, WorkflowType][] => {
    const { type, target = '' } = attributes[field] ?? { type: '' }
    const linked = type === 'relation' ? publicationOf(target) : undefined
    return linked && hasDrafts(linked) ? [[field, linked.uid]] : []
  })
}

/** The links of the edition that is live, as its writer chose them. */
async function chosenLinks(
  strapi: Core.Strapi,
  uid: WorkflowType,
  row: StoredFields,
): Promise<StoredFields> {
  const key = keyOf({ uid, documentId: String(row.documentId) })
  const where = { key, fate: 'live' }
  const edition = await strapi.db
    .query('api::edition.edition')
    .findOne({ where, select: ['content'] })
  return (edition?.content as StoredFields | undefined) ?? {}
}

/** A row as citizens are to see it, and the entries that it would show whether or not they are published now. */
export type LinkedRow = { row: StoredFields; wanted: string[] }

/**
 * Gives published rows their links to entries as the live edition has them. Strapi drops a link to
 * an entry that is not published at that moment, and never brings it back; here it is there as soon
 * as the entry is, and again when the entry was away for a while.
 */
export async function withLinks(
  strapi: Core.Strapi,
  publication: Publication & { uid: WorkflowType },
  rows: StoredFields[],
): Promise<LinkedRow[]> {
  const fields = linkFields(strapi, publication)
  if (fields.length === 0) return rows.map((row) => ({ row, wanted: [] }))
  return Promise.all(
    rows.map(async (row) => {
      const chosen = await chosenLinks(strapi, publication.uid, row)
      const links: StoredFields = {}
      const all: string[] = []
      for (const [field, target] of fields) {
        const wanted = ((chosen[field] as LinkValue[] | undefined) ?? []).map(({ entry }) => entry)
        all.push(...wanted)
        const live = await documentsOf(strapi, target).findMany({
          status: 'published',
          filters: { documentId: { $in: wanted } },
          limit: -1,
        })
        const byId = new Map(live.map((entry) => [entry.documentId, entry]))
        if (field in chosen) links[field] = wanted.flatMap((id) => byId.get(id) ?? [])
      }
      return { row: { ...row, ...links }, wanted: all }
    }),
  )
}
