import { slugForm } from '@portal/content/characters/slug-form'
import { freeSlug, slugOf } from '@portal/content/entry/slug'
import type { Core } from '@strapi/strapi'
import { contentType, isWorkflowType } from '../../contracts/content-types.ts'
import { keyOf } from '../editions/entry.ts'
import { pathOf } from '../editions/edition-store.ts'
import { refuseField } from '../../strapi/refusals.ts'
import { slugAdvice, tidySlug } from '../../contracts/publications/slugs.ts'
import { modelOf } from '../../strapi/models.ts'
import { beforeDocuments, type DocumentCall } from '../../strapi/document-calls.ts'
import { tableOf } from '../../strapi/tables.ts'
import type { StoredFields } from '../../strapi/stored-fields.ts'

/** The field that an entry of this type is called by, where its address is made from it. */
export function namingField(strapi: Core.Strapi, uid: string): string | undefined {
  const type = modelOf(strapi, uid)
  if (!type || !('slug' in type.attributes)) return undefined
  return ['title', 'name', 'office'].find((field) => field in type.attributes)
}

/**
 * What an address of this type belongs to already: another entry, or a page that once had it and leads
 * on from it.
 * @returns its title; undefined where the address is free
 */
export async function ownerOf(
  strapi: Core.Strapi,
  uid: string,
  slug: string,
  documentId: string | undefined,
): Promise<string | undefined> {
  const other = documentId ? { documentId: { $ne: documentId } } : {}
  const row = await strapi.db.query(uid).findOne({ where: { slug, ...other } })
  if (row) return String(row[namingField(strapi, uid) ?? 'slug'])
  if (!isWorkflowType(uid)) return undefined
  const own = documentId ? { key: { $ne: keyOf({ uid, documentId }) } } : {}
  const edition = await tableOf(strapi, contentType.edition).findOne({
    where: { path: pathOf(uid, slug), ...own },
  })
  return edition ? String(edition.title) : undefined
}

/** An address for an entry with this title that nothing else has. */
export function suggestSlug(
  strapi: Core.Strapi,
  uid: string,
  title: string,
  documentId: string | undefined,
): Promise<string> {
  const taken = async (slug: string) => (await ownerOf(strapi, uid, slug, documentId)) !== undefined
  return freeSlug(slugOf(title), taken)
}

async function storedOf(strapi: Core.Strapi, uid: string, documentId: string | undefined) {
  const row = documentId && (await strapi.db.query(uid).findOne({ where: { documentId } }))
  return (row || {}) as StoredFields
}

/**
 * Refuses staff an address that is none, or that something else has. Strapi looks at drafts when they
 * are published only: too late for whoever chose the address.
 */
async function checkChosen(
  strapi: Core.Strapi,
  { uid, params }: DocumentCall,
  stored: StoredFields,
) {
  if (!params.data || !strapi.requestContext.get()?.state.user) return
  if (params.data.slug === stored.slug) return
  const slug = tidySlug(String(params.data.slug))
  if (!slugForm.test(slug)) refuseField('slug', slugAdvice)
  params.data.slug = slug
  const owner = await ownerOf(strapi, uid, slug, params.documentId)
  if (owner !== undefined) {
    refuseField('slug', `“${owner}”已经用着网址名 ${slug}，请换一个。`)
  }
}

/**
 * Gives every entry that is saved without an address one made from its title, and refuses staff an
 * address that something else has.
 */
export function fillSlugs(strapi: Core.Strapi): void {
  beforeDocuments(strapi, async (call, next) => {
    const { uid, action, params } = call
    const { data, documentId } = params
    const field = namingField(strapi, uid)
    if (!field || !data || !['create', 'update'].includes(action)) return next()
    // A change that does not speak of the address leaves it; a new entry has none yet.
    if (action === 'update' && !('slug' in data)) return next()
    const stored = await storedOf(strapi, uid, documentId)
    if (typeof data.slug === 'string' && data.slug.trim() !== '') {
      await checkChosen(strapi, call, stored)
      return next()
    }
    const title = data[field] ?? stored[field]
    if (title) data.slug = await suggestSlug(strapi, uid, String(title), documentId)
    return next()
  })
}
