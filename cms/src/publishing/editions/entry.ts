import type { Core } from '@strapi/strapi'
import {
  capture,
  populateAll,
  references,
  toData,
  type Components,
  type Content,
} from './content.ts'
import { documentsOf } from '../../strapi/documents.ts'
import { componentOf, labelOf, modelOf, type Attributes } from '../../strapi/models.ts'
import type { WorkflowType } from '../../contracts/content-types.ts'

/** An entry of the CMS: its content type and its document. */
export type EntryKey = { uid: WorkflowType; documentId: string }

/** The key under which an entry's workflow, steps and editions are kept. */
export function keyOf({ uid, documentId }: EntryKey): string {
  return `${uid} ${documentId}`
}

/** The attributes of a content type. */
export function attributesOf(strapi: Core.Strapi, uid: string): Attributes {
  return modelOf(strapi, uid)?.attributes ?? {}
}

/** The attributes of the components of this CMS. */
export function componentsOf(strapi: Core.Strapi): Components {
  return (uid) => componentOf(strapi, uid)?.attributes ?? {}
}

/** Whether there is such an entry. */
export async function exists(strapi: Core.Strapi, { uid, documentId }: EntryKey): Promise<boolean> {
  return (await strapi.db.query(uid).count({ where: { documentId } })) > 0
}

/** When the draft of an entry was saved, ISO 8601; undefined where there is no such entry. */
export async function draftSavedAt(
  strapi: Core.Strapi,
  { uid, documentId }: EntryKey,
): Promise<string | undefined> {
  const where = { documentId, publishedAt: null }
  const row = await strapi.db.query(uid).findOne({ where, select: ['updatedAt'] })
  return row ? new Date(row.updatedAt as string).toISOString() : undefined
}

/** What the draft, or the published version, of an entry says now; undefined where there is none. */
export async function readContent(
  strapi: Core.Strapi,
  { uid, documentId }: EntryKey,
  status: 'draft' | 'published',
): Promise<Content | undefined> {
  const attributes = attributesOf(strapi, uid)
  const components = componentsOf(strapi)
  const populate = populateAll(attributes, components)
  const row = await documentsOf(strapi, uid).findOne({ documentId, populate, status })
  return row ? capture(row, attributes, components) : undefined
}

/** Makes an earlier content the draft. @returns the labels of fields whose file or link is gone */
export async function writeDraft(
  strapi: Core.Strapi,
  { uid, documentId }: EntryKey,
  content: Content,
): Promise<string[]> {
  const gone = new Set<unknown>()
  for (const part of references(content)) {
    const found =
      'file' in part
        ? await strapi.db.query('plugin::upload.file').findOne({ where: { id: part.file } })
        : await strapi.db.query(part.uid).findOne({ where: { documentId: part.entry } })
    if (!found) gone.add(part)
  }
  const attributes = attributesOf(strapi, uid)
  const { data, missing } = toData(
    content,
    attributes,
    componentsOf(strapi),
    (part) => !gone.has(part),
  )
  await documentsOf(strapi, uid).update({ documentId, data })
  return missing.map((field) => labelOf(attributes, field))
}
