import { xmlText } from './xml.ts'

export type FeedItem = { title: string; summary: string; url: string; publishedAt: string }
export type Feed = {
  title: string
  description: string
  url: string
  page: string
  items: FeedItem[]
}

/** Writes an RSS 2.0 feed; `url` is the feed's own address, `page` the list that it follows. */
export function rss({ title, description, url, page, items }: Feed): string {
  const entries = items.map(
    (item) =>
      '<item>' +
      `<title>${xmlText(item.title)}</title>` +
      `<link>${xmlText(item.url)}</link>` +
      `<guid>${xmlText(item.url)}</guid>` +
      `<pubDate>${new Date(item.publishedAt).toUTCString()}</pubDate>` +
      `<description>${xmlText(item.summary)}</description>` +
      '</item>',
  )
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>' +
    `<title>${xmlText(title)}</title>` +
    `<link>${xmlText(page)}</link>` +
    `<description>${xmlText(description)}</description>` +
    '<language>zh-CN</language>' +
    `<atom:link href="${xmlText(url)}" rel="self" type="application/rss+xml"/>` +
    `${entries.join('')}</channel></rss>\n`
  )
}
