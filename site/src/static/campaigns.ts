import type { Day } from '@portal/content/calendar/day'
import type { Entries } from '../library/entries.ts'
import { campaignTime } from '../time/campaign.ts'
import { articleLinks, linkTo } from './links.ts'
import type { StaticPage } from './page.ts'
import type { Link } from './page-props.ts'

type Titled = { slug: string; data: { title: string } }

/** Those of an entry's list that are published, in its order. */
const chosen = (all: readonly Titled[], slugs: readonly string[]): Link[] =>
  slugs.flatMap((slug) => linkTo(all.find((entry) => entry.slug === slug)) ?? [])

/** The page of each campaign, and their list, as they are on a day. */
export function campaignPages(entries: Entries, today: Day): StaticPage[] {
  const { campaigns, essays, videos, guides } = entries
  const links = articleLinks(entries)
  const rows = campaigns.map(({ slug, data }) => {
    const { title, summary, startsOn, endsOn } = data
    return { slug, title, summary, startsOn, endsOn, time: campaignTime(data, today) }
  })
  return [
    { route: '/campaigns', path: '/campaigns/', shown: { campaignList: { campaigns: rows } } },
    ...campaigns.map((campaign): StaticPage => {
      const { data } = campaign
      const reading = [
        { kind: 'essays', title: '征文和文章', entries: chosen(essays, data.essays) } as const,
        { kind: 'videos', title: '微视频', entries: chosen(videos, data.videos) } as const,
        { kind: 'guides', title: '办事指南', entries: chosen(guides, data.guides) } as const,
      ]
      return {
        route: '/campaigns/[slug]',
        path: `/campaigns/${campaign.slug}/`,
        shown: {
          campaign: {
            campaign,
            time: campaignTime(data, today),
            events: data.events
              .toSorted((a, b) => a.on.localeCompare(b.on))
              .map((event) => ({ ...event, past: event.on < today })),
            reading: reading.filter(({ entries: found }) => found.length > 0),
            articles: links(data.articles),
          },
        },
      }
    }),
  ]
}
