import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { writeFeed } from '../../../site/src/static/feeds/rss.ts'
import { sitemap } from '../../../site/src/static/feeds/sitemap.ts'

describe('feeds', async () => {
  const item = {
    title: '欠薪 <script> & "引号"\u0000',
    summary: ']]> 摘要',
    url: 'https://x.example/xfj/notices/a/',
    publishedAt: '2026-03-01T00:30:00+08:00',
  }
  const feed = await writeFeed({
    title: '公示',
    description: '说明',
    url: 'https://x.example/xfj/notices/rss.xml',
    page: 'https://x.example/xfj/notices/',
    items: [item],
  })

  it('write entry text as text', () => {
    assert.match(feed, /<title>欠薪 &lt;script&gt; &amp; &quot;引号&quot;<\/title>/)
    assert.doesNotMatch(feed, /<script|]]>|\0/)
  })

  it('give the moment of publishing as RFC 822 wants it', () => {
    assert.match(feed, /<pubDate>Sat, 28 Feb 2026 16:30:00 GMT<\/pubDate>/)
  })

  it('list pages with the day of their last change where it is known', () => {
    const map = sitemap([
      { url: 'https://x.example/?a=1&b=2' },
      { url: 'https://x.example/b/', changedOn: '2026-03-01' },
    ])
    assert.match(map, /<loc>https:\/\/x\.example\/\?a=1&amp;b=2<\/loc><\/url>/)
    assert.match(map, /<lastmod>2026-03-01<\/lastmod>/)
  })
})
