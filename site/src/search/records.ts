import { categories } from '@portal/content/schema/category'
import type { Document } from '@portal/content/schema/collections'
import { channels } from '@portal/content/schema/guide'
import { outcomes } from '@portal/content/schema/outcome'
import type { Regulation } from '@portal/content/schema/regulation'
import type { Library } from '@portal/content/entry/library'
import { parseMarkdown } from '../library/markdown/parse.ts'
import { plainSections, type Section } from '../library/markdown/text.ts'
import { articleAnchor, paragraphLines } from '../library/regulation.ts'
import { recurrenceWords } from '../reception/next.ts'
import { shanghaiDay } from '../time/format.ts'
import { captionCues } from './captions.ts'
import type { Facets } from './facets.ts'
import type { Kind } from './kinds.ts'

/** What the index knows of one page. */
export type SearchRecord = {
  /** The page's address below the site's base path. */
  path: `/${string}/`
  title: string
  date: string | null
  facets: Facets
  sections: SearchSection[]
}

/** A stretch of text below a heading, or what is said in a video from a second on. */
export type SearchSection = Section & { seconds?: number }

type Captions = (path: string) => Promise<string>

function prose(body: string): Section[] {
  return plainSections(parseMarkdown(body).tree)
}

function opening(...texts: string[]): Section {
  return { id: undefined, heading: '', text: texts.filter(Boolean).join('\n') }
}

function regulationRecord(regulation: Regulation): SearchRecord {
  const { slug, title, effectiveOn, issuedOn, issuer, summary, preamble } = regulation
  const sections = regulation.divisions.flatMap(({ articles }) =>
    articles.map((article) => {
      const guide = prose(article.guide).map(({ heading, text }) => `${heading}\n${text}`)
      const lines = [...article.paragraphs.flatMap(paragraphLines), ...guide]
      return { id: articleAnchor(article), heading: article.label, text: lines.join('\n').trim() }
    }),
  )
  const before = opening(issuer, summary, ...preamble.flatMap(paragraphLines))
  const after =
    regulation.appendix.length > 0
      ? [{ id: 'appendix', heading: '附件', text: regulation.appendix.join('\n') }]
      : []
  return {
    path: `/regulations/${slug}/`,
    title,
    date: effectiveOn ?? issuedOn,
    facets: facetsOf('条例', effectiveOn ?? issuedOn),
    sections: [before, ...sections, ...after],
  }
}

function documentRecord(
  kind: Kind,
  column: string,
  { slug, data }: Document,
  sections: SearchSection[],
): SearchRecord {
  return {
    path: `/${column}/${slug}/`,
    title: data.title,
    date: shanghaiDay(data.publishedAt),
    facets: facetsOf(kind, shanghaiDay(data.publishedAt)),
    sections,
  }
}

function facetsOf(kind: Kind, date: string | null): Facets {
  return { kind, ...(date && { year: date.slice(0, 4) }) }
}

type Names = Record<'topic' | 'region' | 'unit', Map<string, string>>

function noticeRecord(notice: Document<'notices'>, names: Names): SearchRecord {
  const { data, body } = notice
  const before = opening(data.request, data.summary, ...data.basis, ...data.keywords)
  const record = documentRecord('答复公示', 'notices', notice, [before, ...prose(body)])
  return {
    ...record,
    facets: {
      ...record.facets,
      topic: names.topic.get(data.topic) ?? data.topic,
      region: names.region.get(data.region) ?? data.region,
      unit: names.unit.get(data.unit) ?? data.unit,
      category: categories[data.category].name,
      outcome: outcomes[data.outcome],
    },
  }
}

async function videoRecord(video: Document<'videos'>, captions: Captions): Promise<SearchRecord> {
  const { data, body } = video
  const chapters = data.chapters.map(({ title }) => title)
  const spoken = captionCues(await captions(data.captions)).map(({ seconds, text }) => ({
    ...opening(text),
    seconds,
  }))
  return documentRecord('微视频', 'videos', video, [
    opening(data.summary, ...chapters, ...data.keywords),
    ...spoken,
    ...prose(body),
  ])
}

function receptionRecord({ reception }: Library): SearchRecord {
  const lines = reception.map(({ office, recurrence, place, matters, booking }) =>
    [office, recurrenceWords(recurrence), place, matters, booking].join('，'),
  )
  return {
    path: '/reception/',
    title: '领导接访',
    date: null,
    facets: facetsOf('接访', null),
    sections: [opening(...lines)],
  }
}

/**
 * One record a page, for everything that is published. `captions` reads the text of a captions
 * file by its media path.
 */
export async function searchRecords(library: Library, captions: Captions): Promise<SearchRecord[]> {
  const byName = (list: { slug: string; name: string }[]) =>
    new Map(list.map(({ slug, name }) => [slug, name]))
  const names: Names = {
    topic: byName(library.topics),
    region: byName(library.regions),
    unit: byName(library.departments),
  }
  const { regulations, notices, guides, essays, campaigns, reception } = library
  const videos = library.videos.map((video) => videoRecord(video, captions))
  return [
    ...regulations.map(regulationRecord),
    ...notices.map((notice) => noticeRecord(notice, names)),
    ...guides.map((guide) => {
      const { summary, matter, keywords } = guide.data
      const channel = matter ? [matter.name, channels[matter.channel]] : []
      const before = opening(summary, ...channel, ...keywords)
      return documentRecord('指南', 'guides', guide, [before, ...prose(guide.body)])
    }),
    ...essays.map((essay) => {
      const { summary, author, keywords } = essay.data
      const before = opening(summary, author, ...keywords)
      return documentRecord('征文', 'essays', essay, [before, ...prose(essay.body)])
    }),
    ...(await Promise.all(videos)),
    ...campaigns.map((campaign) => {
      const { summary, keywords, events, leaflets } = campaign.data
      const places = events.map(({ on, time, title, place }) => [on, time, title, place].join(' '))
      const titles = leaflets.map(({ title }) => title)
      const before = opening(summary, ...places, ...titles, ...keywords)
      return documentRecord('活动', 'campaigns', campaign, [before, ...prose(campaign.body)])
    }),
    ...(reception.length > 0 ? [receptionRecord(library)] : []),
  ]
}
