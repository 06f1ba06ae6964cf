import type { Document } from '@portal/content/schema/collections'

/** Material that speaks of one article of the Petition Work Regulations. */
export type ArticleMaterial = {
  guides: Document<'guides'>[]
  essays: Document<'essays'>[]
  videos: Document<'videos'>[]
  notices: Document<'notices'>[]
}

/** The articles that a video's chapters speak of, each once, in their order. */
export function videoArticles({ data }: Document<'videos'>): number[] {
  const numbers = data.chapters.flatMap(({ article }) => (article === null ? [] : [article]))
  return [...new Set(numbers)].sort((a, b) => a - b)
}

/** Sorts everything published by the articles it names. */
export function materialByArticle(all: ArticleMaterial): Map<number, ArticleMaterial> {
  const byArticle = new Map<number, ArticleMaterial>()
  const at = (number: number) => {
    const found = byArticle.get(number) ?? { guides: [], essays: [], videos: [], notices: [] }
    byArticle.set(number, found)
    return found
  }
  for (const entry of all.guides) for (const n of entry.data.articles) at(n).guides.push(entry)
  for (const entry of all.essays) for (const n of entry.data.articles) at(n).essays.push(entry)
  for (const entry of all.videos) for (const n of videoArticles(entry)) at(n).videos.push(entry)
  for (const entry of all.notices) for (const n of entry.data.articles) at(n).notices.push(entry)
  return byArticle
}

/**
 * The notices of the same topic that are most like one: those that share its articles, its
 * category and its unit; the newer first where they weigh the same.
 */
export function similarNotices(
  notice: Document<'notices'>,
  sameTopic: Document<'notices'>[],
  count: number,
): Document<'notices'>[] {
  const { category, unit, articles } = notice.data
  const weigh = ({ data }: Document<'notices'>) =>
    data.articles.filter((number) => articles.includes(number)).length +
    (data.category === category ? 1 : 0) +
    (data.unit === unit ? 1 : 0)
  return sameTopic
    .filter(({ slug }) => slug !== notice.slug)
    .map((entry) => ({ entry, weight: weigh(entry) }))
    .sort(
      (a, b) =>
        b.weight - a.weight ||
        Date.parse(b.entry.data.publishedAt) - Date.parse(a.entry.data.publishedAt),
    )
    .slice(0, count)
    .map(({ entry }) => entry)
}
