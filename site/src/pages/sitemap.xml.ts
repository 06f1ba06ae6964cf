import type { APIContext } from 'astro'
import { sitemap, type SitemapPage } from '../feeds/sitemap.ts'
import { address } from '../layouts/address.ts'
import {
  campaigns,
  essays,
  guides,
  noticeFacets,
  notices,
  regulations,
  videos,
} from '../library/entries.ts'
import { questions, wherePath } from '../petition-form/triage/questions.ts'
import { verdicts } from '../petition-form/triage/verdicts.ts'
import { shanghaiDay } from '@portal/content/calendar/day'

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

export function GET({ site }: APIContext): Response {
  const url = (path: `/${string}`) => new URL(address(path), site).href
  const documents = { essays, videos, notices, guides, campaigns }
  const pages: SitemapPage[] = fixed.map((path) => ({ url: url(path) }))
  for (const name of [...Object.keys(questions), ...Object.keys(verdicts)]) {
    pages.push({ url: url(wherePath(name)) })
  }
  for (const { slug } of regulations()) pages.push({ url: url(`/regulations/${slug}/`) })
  for (const { facet } of noticeFacets()) {
    pages.push({ url: url(`/notices/${facet.kind}/${facet.value}/`) })
  }
  for (const [kind, read] of Object.entries(documents)) {
    for (const { slug, data } of read()) {
      pages.push({ url: url(`/${kind}/${slug}/`), changedOn: shanghaiDay(data.publishedAt) })
    }
  }
  return new Response(sitemap(pages), { headers: { 'Content-Type': 'application/xml' } })
}
