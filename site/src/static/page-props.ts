import type { Focus } from '@portal/content/schema/entries/media'
import type { Outcome } from '@portal/content/schema/petition/outcome'
import type { Regulation } from '@portal/content/schema/entries/regulation'
import type { Withdrawn } from '@portal/content/schema/release/withdrawn'
import type { Campaign, Essay, Guide, Notice, Video } from '../library/entries.ts'
import type { Facet } from '../library/facets.ts'
import type { ListPage } from '../library/paging.ts'
import type { PublicFigures } from '@portal/content/schema/entries/public-figures'
import type { Statistics } from '../statistics/count.ts'

/*
 * What each static page shows, beside the settings: all of it. A page is a function of this alone, so that
 * one that shows the same as in the last release need not be made again.
 */

/** An entry that is linked to. */
export type Link = { slug: string; title: string }
/** An article of the Petition Work Regulations that is linked to. */
export type ArticleLink = { label: string; anchor: string }

/** A notice in a list; `more` where there is room for it. */
export type NoticeRow = Link & {
  publishedAt: string
  topic: string
  outcome: Outcome
  more?: { summary: string; unit: string }
}

/** What was published about one article: how much of each kind, and the first of them. */
export type Material = {
  kind: 'guides' | 'essays' | 'videos' | 'notices'
  count: number
  /** `second`: where in a film the article is spoken of. */
  entries: (Link & { second?: number })[]
}

export type StaticContent = {
  home: {
    today: string
    /** The next session of each reception this month. */
    sessions: { day: string; from: string; to: string; office: string; place: string }[]
    latest: NoticeRow[]
    reading: (Link & { publishedAt: string; author: string })[]
    film: (Link & { durationSeconds: number; poster: string; focus?: Focus | undefined }) | null
    running: (Link & { summary: string; next: Campaign['data']['events'][number] | null })[]
  }
  essay: { essay: Essay; newer: Link | null; older: Link | null; articles: ArticleLink[] }
  essayList: {
    page: ListPage<
      Pick<Essay, 'slug'> & {
        data: Pick<
          Essay['data'],
          'title' | 'summary' | 'publishedAt' | 'series' | 'author' | 'cover'
        >
      }
    >
  }
  video: {
    video: Video
    newer: Link | null
    older: Link | null
    chapters: { atSeconds: number; title: string; article: ArticleLink | null }[]
  }
  videoList: {
    videos: (Pick<Video, 'slug'> & {
      data: Pick<
        Video['data'],
        'title' | 'summary' | 'publishedAt' | 'durationSeconds' | 'poster' | 'posterFocus'
      >
    })[]
  }
  notice: {
    notice: Notice
    topic: string
    unit: string
    region: string
    retired: { unit: string; topic: string }
    similar: NoticeRow[]
    articles: ArticleLink[]
  }
  noticeList: {
    page: ListPage<NoticeRow>
    list: `/${string}/`
    facet: Facet | null
    /** Every facet that can be chosen. */
    facets: Facet[]
  }
  guide: { guide: Guide; siblings: Link[]; articles: ArticleLink[] }
  guideList: { groups: { group: Guide['data']['group']; guides: GuideRow[] }[] }
  campaign: {
    campaign: Campaign
    time: string
    events: (Campaign['data']['events'][number] & { past: boolean })[]
    reading: { kind: 'essays' | 'videos' | 'guides'; title: string; entries: Link[] }[]
    articles: ArticleLink[]
  }
  campaignList: {
    campaigns: (Link & { summary: string; startsOn: string; endsOn: string; time: string })[]
  }
  regulation: { regulation: Regulation; material: Record<number, Material[]> }
  regulationList: { main: MainRegulation | null; others: RegulationFacts[] }
  reception: {
    today: string
    /** Whether the days off of this year are known. */
    yearKnown: boolean
    rows: {
      office: string
      when: string
      next: string | null
      from: string
      to: string
      place: string
      matters: string
      booking: string
      capacity: number | null
    }[]
  }
  statistics: { today: string; result: Statistics; figures: PublicFigures[] }
  openData: { counts: { notices: number; guides: number }; years: string[] }
  siteMap: {
    under: Record<MappedColumn, { name: string; path: `/${string}` }[]>
    campaigns: Link[]
  }
  withdrawn: { page: Withdrawn }
  /** Beside a verdict on where a matter belongs: what to read, and how others were answered. */
  verdict: {
    guide: Link | null
    articles: ArticleLink[]
    formTopic: string | null
    alikeTopic: string | null
    published: NoticeRow[]
  }
}

type MappedColumn = 'regulations' | 'essays' | 'videos' | 'notices' | 'guides'

type GuideRow = Link & { summary: string; matter: Guide['data']['matter'] }
/** `articles`: how many it has. */
export type RegulationFacts = Pick<
  Regulation,
  'slug' | 'title' | 'issuer' | 'effectiveOn' | 'status'
> & { articles: number }
type MainRegulation = RegulationFacts & {
  summary: string
  /** Whether the official text is there, and not only the guide. */
  official: boolean
  chapters: { words: string; anchor: string; range: string }[]
}
