import type { Entries } from '../library/entries.ts'
import { essaysPerPage } from '../library/facets.ts'
import { pages } from '../library/paging.ts'
import { articleLinks, linkTo } from './links.ts'
import type { StaticPage } from './page.ts'

/** The page of each essay, and their list. */
export function essayPages(entries: Entries): StaticPage[] {
  const { essays } = entries
  const links = articleLinks(entries)
  const rows = essays.map(({ slug, data }) => {
    const { title, summary, publishedAt, series, author, cover } = data
    return { slug, data: { title, summary, publishedAt, series, author, cover } }
  })
  return [
    ...pages('/essays/', rows, essaysPerPage).map((page): StaticPage => ({
      route: page.number ? '/essays/page/[number]' : '/essays',
      path: page.number ? `/essays/page/${page.number}/` : '/essays/',
      shown: { essayList: { page } },
    })),
    ...essays.map((essay, at): StaticPage => ({
      route: '/essays/[slug]',
      path: `/essays/${essay.slug}/`,
      shown: {
        essay: {
          essay,
          newer: linkTo(essays[at - 1]),
          older: linkTo(essays[at + 1]),
          articles: links(essay.data.articles),
        },
      },
    })),
  ]
}
