import { toHan } from '@portal/content/characters/numerals'
import type { Core } from '@strapi/strapi'
import type { PhrasingTarget } from '../../contracts/publications/missed-queries.ts'
import { documentsOf } from '../../strapi/documents.ts'
import { typeName } from '../../strapi/models.ts'
import { contentType, type ContentTypeId } from '../../contracts/content-types.ts'

/** Content types whose entries have the field 问法, with what staff call them. */
export const phrasedTypes = [
  contentType.guide,
  contentType.notice,
  contentType.essay,
  contentType.video,
  contentType.campaign,
]

const mostOfType = 6
const mostArticles = 8

async function entriesOf(
  strapi: Core.Strapi,
  uid: ContentTypeId,
  words: string,
): Promise<PhrasingTarget[]> {
  const rows = await documentsOf(strapi, uid).findMany({
    filters: { title: { $containsi: words } },
    fields: ['title'],
    sort: 'updatedAt:desc',
    limit: mostOfType,
  })
  const type = typeName(strapi, uid)
  return rows.map(({ documentId, title }) => ({
    ...{ uid, documentId, article: null },
    ...{ title: String(title), type },
  }))
}

/** The articles that words may mean: `34条`, `第三十四条`, or words of the law's name with one of them. */
async function articlesOf(strapi: Core.Strapi, words: string): Promise<PhrasingTarget[]> {
  const asked = words.replace(/第?(\d{1,4})条?/g, (_, number) => `第${toHan(Number(number))}条`)
  const label = /第?([零〇一二三四五六七八九十百千两]+)条/.exec(asked)?.[1]
  if (!label) return []
  const name = asked
    .replace(/第?[零〇一二三四五六七八九十百千两]+条.*$/, '')
    .replace(/[《》\s]/g, '')
  const laws = await strapi.documents(contentType.regulation).findMany({
    filters: name ? { title: { $containsi: name } } : {},
    fields: ['title'],
    populate: {
      divisions: { populate: { articles: { fields: ['number', 'insertion', 'label'] } } },
    },
    sort: 'updatedAt:desc',
    limit: 20,
  })
  const articles = laws.flatMap(({ documentId, title, divisions }) =>
    (divisions ?? [])
      .flatMap((division) => division.articles ?? [])
      .flatMap((article) => {
        const { number, insertion, label: shown } = article ?? {}
        if (!number || !shown?.includes(`第${label}条`)) return []
        return {
          ...{ uid: contentType.regulation, documentId },
          article: { number, insertion: insertion ?? 0 },
          ...{ title: `${title} ${shown}`, type: typeName(strapi, contentType.regulation) },
        }
      }),
  )
  return articles.slice(0, mostArticles)
}

/** The pages whose titles hold words, among the types that somebody may change. */
export async function findTargets(
  strapi: Core.Strapi,
  words: string,
  mayChange: (uid: string) => boolean,
): Promise<PhrasingTarget[]> {
  const entries = [contentType.page, ...phrasedTypes].filter(mayChange)
  const found = await Promise.all(entries.map((uid) => entriesOf(strapi, uid, words)))
  const articles = mayChange(contentType.regulation) ? await articlesOf(strapi, words) : []
  return [...articles, ...found.flat()]
}
