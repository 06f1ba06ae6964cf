import { escapeHtml } from '../text/escape-html.ts'

/** A page of the site, with the day on which it last changed where that is known. */
export type SitemapPage = { url: string; changedOn?: string | undefined }

/** Writes a sitemap (sitemaps.org, 0.9). */
export function sitemap(pages: SitemapPage[]): string {
  const entries = pages.map(({ url, changedOn }) => {
    const changed = changedOn ? `<lastmod>${changedOn}</lastmod>` : ''
    return `<url><loc>${escapeHtml(url)}</loc>${changed}</url>`
  })
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}</urlset>\n`
  )
}
