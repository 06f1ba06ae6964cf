import { mainRegulation, type Entries } from '../library/entries.ts'
import { articleAnchor, articlesOf } from '../library/regulation.ts'
import type { ArticleLink, Link } from './page-props.ts'

/** An entry as it is linked to; null where there is none. */
export function linkTo(entry: { slug: string; data: { title: string } } | undefined): Link | null {
  return entry ? { slug: entry.slug, title: entry.data.title } : null
}

/** Makes the function that gives the links to articles of the Petition Work Regulations. */
export function articleLinks({ regulations }: Pick<Entries, 'regulations'>) {
  const regulation = regulations.find(({ slug }) => slug === mainRegulation)
  const articles = regulation ? articlesOf(regulation) : []
  return (numbers: readonly number[]): ArticleLink[] =>
    articles
      .filter(({ number, insertion }) => !insertion && numbers.includes(number))
      .map((article) => ({ label: article.label, anchor: articleAnchor(article) }))
}
