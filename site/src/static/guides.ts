import { guideGroups, type Guide } from '@portal/content/schema/entries/guide'
import type { Entries } from '../library/entries.ts'
import { articleLinks } from './links.ts'
import type { StaticPage } from './page.ts'

/** The page of each guide, and their list. */
export function guidePages(entries: Entries): StaticPage[] {
  const { guides } = entries
  const links = articleLinks(entries)
  const groups = (Object.keys(guideGroups) as Guide['group'][]).flatMap((group) => {
    const own = guides.filter(({ data }) => data.group === group)
    const rows = own.map(({ slug, data: { title, summary, matter } }) => {
      return { slug, title, summary, matter }
    })
    return rows.length > 0 ? [{ group, guides: rows }] : []
  })
  return [
    { route: '/guides', path: '/guides/', shown: { guideList: { groups } } },
    ...guides.map((guide): StaticPage => ({
      route: '/guides/[slug]',
      path: `/guides/${guide.slug}/`,
      shown: {
        guide: {
          guide,
          siblings: guides
            .filter(({ slug, data }) => data.group === guide.data.group && slug !== guide.slug)
            .map(({ slug, data }) => ({ slug, title: data.title })),
          articles: links(guide.data.articles),
        },
      },
    })),
  ]
}
