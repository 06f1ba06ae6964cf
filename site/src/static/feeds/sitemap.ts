import { escapeHtml } from '../../text/escape-html.ts'

/** A page of the site, with the day on which it last changed where that is known. */
export type SitemapPage = { url: string; changedOn?: string | undefined }

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
const schema = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

/** Writes a sitemap (sitemaps.org, 0.9), which may list 50,000 pages. */
export function sitemap(pages: readonly SitemapPage[]): string {
  const entries = pages.map(({ url, changedOn }) => {
    const changed = changedOn ? `<lastmod>${changedOn}</lastmod>` : ''
    return `<url><loc>${escapeHtml(url)}</loc>${changed}</url>`
  })
  return `${declaration}<urlset ${schema}>${entries.join('')}</urlset>\n`
}

/** Writes the index that leads to sitemaps. */
export function sitemapIndex(urls: readonly string[]): string {
  const entries = urls.map((url) => `<sitemap><loc>${escapeHtml(url)}</loc></sitemap>`)
  return `${declaration}<sitemapindex ${schema}>${entries.join('')}</sitemapindex>\n`
}
