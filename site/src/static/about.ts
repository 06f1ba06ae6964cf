import type { Day } from '@portal/content/calendar/day'
import type { Entries } from '../library/entries.ts'
import { yearOf } from '../library/facets.ts'
import { statistics } from '../statistics/count.ts'
import { linkTo } from './links.ts'
import type { StaticPage } from './page.ts'
import type { StaticContent } from './page-props.ts'

/** So many of a column stand on the map of the site. */
const mostMapped = 20

const mapped = (column: string) => (entry: { slug: string; data: { title: string } }) => ({
  name: entry.data.title,
  path: `/${column}/${entry.slug}/` as const,
})

function siteMap(entries: Entries): StaticContent['siteMap'] {
  const { campaigns, essays, facets, guides, regulations, videos } = entries
  const under: StaticContent['siteMap']['under'] = {
    regulations: regulations
      .slice(0, mostMapped)
      .map(({ slug, title }) => ({ name: title, path: `/regulations/${slug}/` as const })),
    essays: essays.slice(0, mostMapped).map(mapped('essays')),
    videos: videos.map(mapped('videos')),
    notices: facets.map(({ facet }) => ({
      name: facet.name,
      path: `/notices/${facet.kind}/${facet.value}/` as const,
    })),
    guides: guides.map(mapped('guides')),
  }
  return { under, campaigns: campaigns.flatMap((campaign) => linkTo(campaign) ?? []) }
}

/** The years in which notices were published, the newest first. */
function noticeYears({ notices }: Pick<Entries, 'notices'>): string[] {
  return [...new Set(notices.map(yearOf))].sort().reverse()
}

/** The pages about the site and what it has, as they are on a day. */
export function aboutPages(entries: Entries, today: Day): StaticPage[] {
  const { notices, guides, topics, withdrawn, figures } = entries
  const result = statistics(
    notices,
    topics.map(({ slug, name }) => [slug, name]),
  )
  const counts = { notices: notices.length, guides: guides.length }
  const openData = { counts, years: noticeYears(entries) }
  return [
    {
      route: '/statistics',
      path: '/statistics/',
      shown: { statistics: { today, result, figures } },
    },
    { route: '/open-data', path: '/open-data/', shown: { openData } },
    { route: '/sitemap', path: '/sitemap/', shown: { siteMap: siteMap(entries) } },
    { route: '/privacy', path: '/privacy/', shown: {} },
    { route: '/accessibility', path: '/accessibility/', shown: {} },
    { route: '/404', path: '/404/', shown: {} },
    ...withdrawn.map((page): StaticPage => {
      return {
        route: '/[...withdrawn]',
        path: page.path as `/${string}`,
        shown: { withdrawn: { page } },
      }
    }),
  ]
}
