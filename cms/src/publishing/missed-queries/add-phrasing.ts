import type { Core } from '@strapi/strapi'
import { toData } from '../editions/content.ts'
import {
  attributesOf,
  componentsOf,
  exists,
  readContent,
  type EntryKey,
} from '../editions/entry.ts'
import { holdWorkflow } from '../workflow/workflow-store.ts'
import { withPhrasing } from './phrasing.ts'
import { contentType, type WorkflowType } from '../../contracts/content-types.ts'
import type { PhrasingTarget } from '../../contracts/publications/missed-queries.ts'
import { documentsOf } from '../../strapi/documents.ts'

/** What became of it: it stands in the draft, or it is live; or why not. */
type PhrasingAdded = { ok: true; live: boolean; title: string } | { ok: false; reason: string }

type Place = Pick<PhrasingTarget, 'documentId' | 'article'> & {
  uid: WorkflowType | typeof contentType.page
}
type Article = { number: number; insertion: number; label: string; phrasings: string | null }

const gone: PhrasingAdded = { ok: false, reason: '这一页已经不在了，请重新找一页。' }

async function addToEntry(
  strapi: Core.Strapi,
  { uid, documentId }: Pick<Place, 'uid' | 'documentId'>,
  phrasing: string,
  userId: number,
): Promise<PhrasingAdded> {
  const row = await documentsOf(strapi, uid).findOne({ documentId })
  if (!row) return gone
  const added = withPhrasing(row.phrasings, phrasing)
  if (!added.ok) return added
  const data = { phrasings: added.text, updatedBy: userId }
  await documentsOf(strapi, uid).update({ documentId, data })
  return { ok: true, live: uid === contentType.page, title: String(row.title ?? '') }
}

async function addToArticle(
  strapi: Core.Strapi,
  key: EntryKey,
  { number, insertion }: { number: number; insertion: number },
  phrasing: string,
  userId: number,
): Promise<PhrasingAdded> {
  const content = await readContent(strapi, key, 'draft')
  const divisions = (content?.divisions ?? []) as { articles: Article[] }[]
  const article = divisions
    .flatMap(({ articles }) => articles)
    .find((each) => each.number === number && each.insertion === insertion)
  if (!content || !article) return gone
  const added = withPhrasing(article.phrasings, phrasing)
  if (!added.ok) return added
  article.phrasings = added.text
  const attributes = attributesOf(strapi, key.uid)
  const { data } = toData(content, attributes, componentsOf(strapi), () => true)
  const changed = { divisions: data.divisions, updatedBy: userId }
  await documentsOf(strapi, key.uid).update({ documentId: key.documentId, data: changed })
  return { ok: true, live: false, title: `${content.title} ${article.label}` }
}

/**
 * Adds a 问法 to a page. An entry gets it in its draft, which two people publish; a page that is no
 * entry is live with it. Nobody else changes the page meanwhile.
 */
export async function addPhrasing(
  strapi: Core.Strapi,
  { uid, documentId, article }: Place,
  phrasing: string,
  userId: number,
): Promise<PhrasingAdded> {
  return strapi.db.transaction(async (): Promise<PhrasingAdded> => {
    if (uid === contentType.page) {
      const where = { documentId }
      await strapi.db.queryBuilder(uid).select(['id']).where(where).forUpdate().execute()
      return addToEntry(strapi, { uid, documentId }, phrasing, userId)
    }
    const key = { uid, documentId }
    if (!(await exists(strapi, key))) return gone
    await holdWorkflow(strapi, key)
    if (uid !== contentType.regulation) return addToEntry(strapi, key, phrasing, userId)
    return article ? addToArticle(strapi, key, article, phrasing, userId) : gone
  })
}
