import type { Document } from '@portal/content/schema/entries/collections'

/** Material that speaks of one article of the Petition Work Regulations. */
export type ArticleMaterial = {
  guides: Document<'guides'>[]
  essays: Document<'essays'>[]
  videos: Document<'videos'>[]
  notices: Document<'notices'>[]
}

/** The articles that a video's chapters speak of, each once, in their order. */
function videoArticles({ data }: Document<'videos'>): number[] {
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
