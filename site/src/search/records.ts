import { categories } from '@portal/content/schema/petition/category'
import type { Document } from '@portal/content/schema/entries/collections'
import { channels } from '@portal/content/schema/entries/guide'
import { outcomes } from '@portal/content/schema/petition/outcome'
import type { Article, Regulation } from '@portal/content/schema/entries/regulation'
import type { Library } from '@portal/content/entry/library'
import { parseMarkdown } from '../library/markdown/parse.ts'
import { plainSections, type Section } from '../library/markdown/text.ts'
import { mainRegulation } from '../library/entries.ts'
import { articleAnchor, divisionAnchor, paragraphLines } from '../library/regulation.ts'
import { plainCue, readWebvtt } from '@portal/content/entry/webvtt'
import { shanghaiDay } from '@portal/content/calendar/day'
import type { Facets, Kind } from './facets.ts'
import type { SearchRecord, SearchSection } from './record.ts'

function prose(body: string): Section[] {
  return plainSections(parseMarkdown(body).tree)
}

function opening(...texts: string[]): Section {
  return { id: undefined, heading: '', text: texts.filter(Boolean).join('\n') }
}

/** Each article of the Regulations is asked for by itself; those of other laws with their neighbours. */
function articleSection(article: Article, main: boolean): SearchSection {
  const guide = prose(article.guide).map(({ heading, text }) => `${heading}\n${text}`)
  const lines = [...article.paragraphs.flatMap(paragraphLines), ...guide]
  return {
    ...{ id: articleAnchor(article), heading: article.label, text: lines.join('\n').trim() },
    ...(main && { asked: [article.label, ...article.phrasings] }),
  }
}

export function regulationRecord(regulation: Regulation): SearchRecord {
  const { slug, title, effectiveOn, issuedOn, issuer, issuingFacts, summary, preamble } = regulation
  const main = slug === mainRegulation
  const sections = regulation.divisions.flatMap(({ label, title, paragraphs, articles }, nth) => {
    const lines = paragraphs.flatMap(paragraphLines)
    const heading = [label, title].filter(Boolean).join('　')
    const own = lines.length > 0 || articles.length === 0
    return [
      ...(own ? [{ id: divisionAnchor(nth + 1), heading, text: lines.join('\n') }] : []),
      ...articles.map((article) => articleSection(article, main)),
    ]
  })
  const before = opening(issuer, ...issuingFacts, summary, ...preamble.flatMap(paragraphLines))
  const after =
    regulation.appendix.length > 0
      ? [{ id: 'appendix', heading: '附件', text: regulation.appendix.join('\n') }]
      : []
  return {
    path: `/regulations/${slug}/`,
    title,
    date: effectiveOn ?? issuedOn,
    facets: facetsOf('条例', effectiveOn ?? issuedOn),
    known: [issuer],
    sections: [before, ...sections, ...after],
    main,
  }
}

function documentRecord(
  kind: Kind,
  column: string,
  { slug, data }: Document,
  sections: SearchSection[],
): SearchRecord {
  const date = shanghaiDay(data.publishedAt)
  const headings = sections.map(({ heading }) => heading).filter(Boolean)
  return {
    ...{ path: `/${column}/${slug}/`, title: data.title, date, sections },
    facets: facetsOf(kind, date),
    known: [...data.phrasings, ...data.keywords, ...headings],
  }
}

function facetsOf(kind: Kind, date: string | null): Facets {
  return { kind, ...(date && { year: date.slice(0, 4) }) }
}

export function noticeRecord(notice: Document<'notices'>, library: Library): SearchRecord {
  const { data, body } = notice
  const before = opening(data.request, data.summary)
  const record = documentRecord('答复公示', 'notices', notice, [before, ...prose(body)])
  const named = (list: { slug: string; name: string }[], slug: string) =>
    list.find((each) => each.slug === slug)?.name ?? slug
  const [topic, region, unit] = [
    named(library.topics, data.topic),
    named(library.regions, data.region),
    named(library.departments, data.unit),
  ]
  const aliases = library.departments.find(({ slug }) => slug === data.unit)?.aliases ?? []
  return {
    ...record,
    facets: {
      ...{ ...record.facets, topic, region, unit },
      ...{ category: categories[data.category].name, outcome: outcomes[data.outcome] },
    },
    // Every notice has the same headings; they tell none from another.
    known: [
      ...[...data.phrasings, ...data.keywords, unit, ...aliases, region, topic],
      ...data.basis,
    ],
    ages: true,
  }
}

export function videoRecord(video: Document<'videos'>, captions: string): SearchRecord {
  const { data, body } = video
  const before = opening(data.summary, ...data.chapters.map(({ title }) => title))
  // Captions that cannot be read stop the build elsewhere, with a word to their editor.
  const read = readWebvtt(captions)
  const spoken = (read.ok ? read.cues : []).flatMap((cue) => {
    const text = plainCue(cue)
    return text ? [{ ...opening(text), seconds: Math.floor(cue.start) }] : []
  })
  return documentRecord('微视频', 'videos', video, [before, ...spoken, ...prose(body)])
}

export function guideRecord(guide: Document<'guides'>): SearchRecord {
  const { summary, matter } = guide.data
  const sections = [opening(summary), ...prose(guide.body)]
  const record = documentRecord('指南', 'guides', guide, sections)
  if (matter) record.known.push(matter.name, channels[matter.channel])
  return record
}

export function essayRecord(essay: Document<'essays'>): SearchRecord {
  const before = opening(essay.data.summary, essay.data.author)
  return documentRecord('征文', 'essays', essay, [before, ...prose(essay.body)])
}

export function campaignRecord(campaign: Document<'campaigns'>): SearchRecord {
  const { summary, events, leaflets } = campaign.data
  const places = events.map(({ on, time, title, place }) => [on, time, title, place].join(' '))
  const before = opening(summary, ...places, ...leaflets.map(({ title }) => title))
  return documentRecord('活动', 'campaigns', campaign, [before, ...prose(campaign.body)])
}
