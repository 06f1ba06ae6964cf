import rss from '@astrojs/rss'
import { xmlCharacters } from './xml.ts'

type FeedItem = { title: string; summary: string; url: string; publishedAt: string }
type Feed = {
  title: string
  description: string
  url: string
  page: string
  items: FeedItem[]
}

/** Writes an RSS 2.0 feed; `url` is the feed's own address, `page` the list that it follows. */
export async function writeFeed({ title, description, url, page, items }: Feed): Promise<string> {
  const response = await rss({
    title: xmlCharacters(title),
    description,
    site: page,
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>zh-CN</language><atom:link href="${url}" rel="self" type="application/rss+xml"/>`,
    items: items.map((item) => ({
      title: xmlCharacters(item.title),
      description: xmlCharacters(item.summary),
      link: item.url,
      pubDate: new Date(item.publishedAt),
    })),
  })
  return response.text()
}
