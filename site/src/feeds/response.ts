import type { Document } from '@portal/content/schema/collections'
import type { APIContext } from 'astro'
import { address } from '../layouts/address.ts'
import type { Column } from '../layouts/columns.ts'
import { writeFeed } from './rss.ts'

/** The newest entries a feed carries. */
const feedLength = 30

/** The feed of a column, with its newest entries. */
export async function feedResponse(
  { site, locals }: APIContext,
  column: Column,
  entries: Document[],
): Promise<Response> {
  const absolute = (path: `/${string}`) => new URL(address(path), site).href
  const text = await writeFeed({
    title: `${column.name} - ${locals.settings.siteName}`,
    description: column.description,
    url: absolute(`${column.path}rss.xml`),
    page: absolute(column.path),
    items: entries.slice(0, feedLength).map(({ slug, data }) => ({
      title: data.title,
      summary: data.summary,
      url: absolute(`${column.path}${slug}/`),
      publishedAt: data.publishedAt,
    })),
  })
  return new Response(text, { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } })
}
