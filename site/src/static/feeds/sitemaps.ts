import type { Document } from '@portal/content/schema/entries/collections'
import { shanghaiDay } from '@portal/content/calendar/day'
import type { Entries } from '../../library/entries.ts'
import { yearOf } from '../../library/facets.ts'
import { questions, wherePath } from '../../petition-form/triage/questions.ts'
import { verdicts } from '../../petition-form/triage/verdicts.ts'
import { absolute } from '../absolute.ts'
import type { StaticFile } from '../file.ts'
import { sitemap, sitemapIndex, type SitemapPage } from './sitemap.ts'

const fixed = [
  '/',
  '/regulations/',
  '/essays/',
  '/videos/',
  '/notices/',
  '/guides/',
  '/reception/',
  '/campaigns/',
  '/statistics/',
  '/petition/',
  '/petition/track/',
  '/open-data/',
  '/feedback/',
  '/privacy/',
  '/accessibility/',
  '/sitemap/',
] as const

const listed = (column: string, entries: readonly Document[]): SitemapPage[] =>
  entries.map(({ slug, data }) => ({
    url: absolute(`/${column}/${slug}/`),
    changedOn: shanghaiDay(data.publishedAt),
  }))

function lastingPages(entries: Entries): SitemapPage[] {
  const { campaigns, essays, facets, guides, regulations, videos } = entries
  const triage = [...Object.keys(questions), ...Object.keys(verdicts)]
  const paths = [
    ...fixed,
    ...triage.map(wherePath),
    ...regulations.map(({ slug }) => `/regulations/${slug}/` as const),
    ...facets.map(({ facet }) => `/notices/${facet.kind}/${facet.value}/` as const),
  ]
  return [
    ...paths.map((path) => ({ url: absolute(path) })),
    ...listed('essays', essays),
    ...listed('videos', videos),
    ...listed('guides', guides),
    ...listed('campaigns', campaigns),
  ]
}

/** The maps for search engines: an index, one of the notices of each year, and one of everything else. */
export function sitemaps(entries: Entries): StaticFile[] {
  const years = [...Map.groupBy(entries.notices, yearOf)].sort(([a], [b]) => b.localeCompare(a))
  const maps = [
    { file: 'sitemap-pages.xml', pages: lastingPages(entries) },
    ...years.map(([year, notices]) => ({
      file: `sitemap-notices-${year}.xml`,
      pages: listed('notices', notices),
    })),
  ]
  const urls = maps.map(({ file }) => absolute(`/${file}`))
  return [
    { file: 'sitemap.xml', from: urls, text: () => sitemapIndex(urls) },
    ...maps.map(({ file, pages }) => ({ file, from: pages, text: () => sitemap(pages) })),
  ]
}
