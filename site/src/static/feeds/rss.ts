import rss from '@astrojs/rss'

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

/** Text without the characters that XML 1.0 cannot hold, escaped or not. */
function xmlCharacters(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
}
