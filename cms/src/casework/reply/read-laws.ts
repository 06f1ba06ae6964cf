import type { Core } from '@strapi/strapi'
import { contentType } from '../../contracts/content-types.ts'
import { weigh, type Law } from './find-articles.ts'
import { readQuestion } from './law-question.ts'

type Row = Omit<Law, 'published' | 'articles'> & {
  id: number
  documentId: string
  publishedAt: string | null
  divisions?: { articles?: Law['articles'] }[]
}

/** So many laws are read whole for one question. */
const most = 12

/** Of each law the published version, else its draft. */
function latest(rows: Row[]): Row[] {
  const kept = new Map<string, Row>()
  for (const row of rows) {
    if (row.publishedAt !== null || !kept.has(row.documentId)) kept.set(row.documentId, row)
  }
  return [...kept.values()]
}

/** The laws that a question may mean, by their names, else by words of their articles. */
export async function readLaws(strapi: Core.Strapi, question: string): Promise<Law[]> {
  const { words } = readQuestion(question)
  const query = strapi.db.query(contentType.regulation)
  const select = ['id', 'documentId', 'title', 'validity', 'effectiveOn', 'publishedAt']
  const all = latest((await query.findMany({ select })) as Row[])
  const named = all
    .map((row) => ({ row, ...weigh(words, row.title) }))
    .filter(({ weight }) => words.length === 0 || weight > 0)
    .sort((a, b) => b.weight - a.weight || a.row.title.length - b.row.title.length)
    .map(({ row }) => row.id)
  const texts = words.map((word) => ({
    divisions: {
      articles: { $or: [{ text: { $contains: word } }, { guide: { $contains: word } }] },
    },
  }))
  const known = new Set(all.map(({ id }) => id))
  const said =
    words.length === 0
      ? []
      : ((await query.findMany({ select: ['id'], where: { $and: texts }, limit: 60 })) as Row[])
          .map(({ id }) => id)
          .filter((id) => known.has(id))
  const chosen = [...new Set([...named.slice(0, most), ...said.slice(0, most)])]
  const rows = (await query.findMany({
    where: { id: { $in: chosen } },
    select,
    populate: { divisions: { populate: { articles: true } } },
  })) as Row[]
  return rows.map(({ title, validity, effectiveOn, publishedAt, divisions = [] }) => ({
    title,
    validity,
    effectiveOn,
    published: publishedAt !== null,
    articles: divisions.flatMap(({ articles = [] }) => articles),
  }))
}
