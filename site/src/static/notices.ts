import type { Entries, Notice } from '../library/entries.ts'
import { noticesPerPage, type Facet } from '../library/facets.ts'
import { pages } from '../library/paging.ts'
import { similarNotices } from '../library/similar-notices.ts'
import { articleLinks } from './links.ts'
import type { StaticPage } from './page.ts'
import type { NoticeRow } from './page-props.ts'

/** How many notices like it a notice leads on to. */
const mostSimilar = 4

/** Makes the function that gives a notice as a row of a list. */
export function noticeRows({ names }: Pick<Entries, 'names'>) {
  return ({ slug, data }: Notice, dense: boolean): NoticeRow => ({
    ...{ slug, title: data.title, publishedAt: data.publishedAt },
    ...{ topic: names.topic(data.topic), outcome: data.outcome },
    ...(!dense && { more: { summary: data.summary, unit: names.unit(data.unit) } }),
  })
}

/** The page of each notice. */
export function noticePages(entries: Entries): StaticPage[] {
  const { notices, names } = entries
  const row = noticeRows(entries)
  const links = articleLinks(entries)
  const similar = similarNotices(notices, mostSimilar)
  return notices.map((notice, at) => ({
    route: '/notices/[slug]',
    path: `/notices/${notice.slug}/`,
    shown: {
      notice: {
        notice,
        topic: names.topic(notice.data.topic),
        unit: names.unit(notice.data.unit),
        region: names.region(notice.data.region),
        retired: {
          unit: names.retired('unit', notice.data.unit),
          topic: names.retired('topic', notice.data.topic),
        },
        similar: (similar[at] ?? []).map((other) => row(other, true)),
        articles: links(notice.data.articles),
      },
    },
  }))
}

/** The register of notices, whole and by each facet. */
export function noticeLists(entries: Entries): StaticPage[] {
  const facets = entries.facets.map(({ facet }) => facet)
  const row = noticeRows(entries)
  const rows = new Map(entries.notices.map((notice) => [notice, row(notice, false)]))
  const cut = (list: `/${string}/`, facet: Facet | null, notices: Notice[]): StaticPage[] => {
    const shown = notices.flatMap((notice) => rows.get(notice) ?? [])
    return pages(list, shown, noticesPerPage).map((page) => ({
      route: facet
        ? '/notices/[kind]/[value]/[...page]'
        : page.number
          ? '/notices/page/[number]'
          : '/notices',
      path: page.number ? `${list}page/${page.number}/` : list,
      shown: { noticeList: { page, list, facet, facets } },
    }))
  }
  return [
    ...cut('/notices/', null, entries.notices),
    ...entries.facets.flatMap(({ facet, entries: notices }) =>
      cut(`/notices/${facet.kind}/${facet.value}/`, facet, notices),
    ),
  ]
}
