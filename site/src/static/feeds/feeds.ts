import type { Document } from '@portal/content/schema/entries/collections'
import { columns, type Column } from '../../layouts/columns.ts'
import type { Entries } from '../../library/entries.ts'
import { absolute } from '../absolute.ts'
import type { StaticFile } from '../file.ts'

/** The newest entries a feed carries. */
const feedLength = 30

function feedOf(column: Column, siteName: string, entries: readonly Document[]): StaticFile {
  const feed = {
    title: `${column.name} - ${siteName}`,
    description: column.description,
    url: absolute(`${column.path}rss.xml`),
    page: absolute(column.path),
    items: entries.slice(0, feedLength).map(({ slug, data }) => ({
      title: data.title,
      summary: data.summary,
      url: absolute(`${column.path}${slug}/`),
      publishedAt: data.publishedAt,
    })),
  }
  return {
    file: `${column.path.slice(1)}rss.xml`,
    from: feed,
    text: async () => (await import('./rss.ts')).writeFeed(feed),
  }
}

/** The feeds of the site, with the newest entries of their columns. */
export function feeds({ essays, notices }: Entries, siteName: string): StaticFile[] {
  return [feedOf(columns.notices, siteName, notices), feedOf(columns.essays, siteName, essays)]
}
