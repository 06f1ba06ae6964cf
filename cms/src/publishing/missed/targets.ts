import { toHan } from '@portal/content/law/structure/numerals'
import type { Core } from '@strapi/strapi'
import type { Target } from '../../contracts/missed-queries.ts'
import { documentsOf } from '../../strapi/documents.ts'
import { typeName } from '../../strapi/models.ts'

/** Content types whose entries have the field 问法, with what staff call them. */
export const phrased = ['guide', 'notice', 'essay', 'video', 'campaign'].map(
  (name) => `api::${name}.${name}` as const,
)
export const regulationUid = 'api::regulation.regulation'
export const pageUid = 'api::page.page'

type Row = { documentId: string; title: string }
type Law = Row & {
  divisions?: { articles?: { number: number; insertion: number; label: string }[] }[]
}
const mostOfType = 6
const mostArticles = 8

async function entriesOf(strapi: Core.Strapi, uid: string, words: string): Promise<Target[]> {
  const rows = await documentsOf<Row>(strapi, uid).findMany({
    filters: { title: { $containsi: words } },
    fields: ['title'],
    sort: 'updatedAt:desc',
    limit: mostOfType,
  })
  const type = typeName(strapi, uid)
  return rows.map(({ documentId, title }) => ({ uid, documentId, article: null, title, type }))
}

/** The articles that words may mean: `34条`, `第三十四条`, or words of the law's name with one of them. */
async function articlesOf(strapi: Core.Strapi, words: string): Promise<Target[]> {
  const asked = words.replace(/第?(\d{1,4})条?/g, (_, number) => `第${toHan(Number(number))}条`)
  const label = /第?([零〇一二三四五六七八九十百千两]+)条/.exec(asked)?.[1]
  if (!label) return []
  const name = asked
    .replace(/第?[零〇一二三四五六七八九十百千两]+条.*$/, '')
    .replace(/[《》\s]/g, '')
  const laws = await documentsOf<Law>(strapi, regulationUid).findMany({
    filters: name ? { title: { $containsi: name } } : {},
    fields: ['title'],
    populate: {
      divisions: { populate: { articles: { fields: ['number', 'insertion', 'label'] } } },
    },
    sort: 'updatedAt:desc',
    limit: 20,
  })
  return laws
    .flatMap(({ documentId, title, divisions = [] }) =>
      divisions
        .flatMap(({ articles = [] }) => articles)
        .filter((article) => article.label.includes(`第${label}条`))
        .map(({ number, insertion, label }) => ({
          ...{ uid: regulationUid, documentId, article: { number, insertion } },
          ...{ title: `${title} ${label}`, type: typeName(strapi, regulationUid) },
        })),
    )
    .slice(0, mostArticles)
}

/** The pages whose titles hold words, among the types that somebody may change. */
export async function findTargets(
  strapi: Core.Strapi,
  words: string,
  mayChange: (uid: string) => boolean,
): Promise<Target[]> {
  const entries = [pageUid, ...phrased].filter(mayChange)
  const found = await Promise.all(entries.map((uid) => entriesOf(strapi, uid, words)))
  const articles = mayChange(regulationUid) ? await articlesOf(strapi, words) : []
  return [...articles, ...found.flat()]
}
