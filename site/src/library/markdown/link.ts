const here = 'https://here.invalid'
const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** Where a link leads: inside the site, or outside of it. */
type Destination = { href: string; external: boolean }

/**
 * Judges a link that staff wrote. Root-relative links and `media/…` get the site's base path;
 * other relative links, script and data schemes, and addresses that cannot be read lead nowhere.
 */
export function destination(url: string, base: string): Destination | undefined {
  if (/^#[^\s]+$/.test(url)) return { href: url, external: false }
  const isMedia = /^media\/[A-Za-z0-9][A-Za-z0-9._-]*$/.test(url)
  const absolute = isMedia ? `/${url}` : url
  if (!/^(?:\/|[a-z][a-z0-9+.-]*:)/i.test(absolute)) return undefined
  if (!URL.canParse(absolute, here)) return undefined
  const parsed = new URL(absolute, here)
  if (parsed.origin === here) {
    return { href: `${base}${parsed.pathname}${parsed.search}${parsed.hash}`, external: false }
  }
  if (!schemes.has(parsed.protocol)) return undefined
  return { href: parsed.href, external: parsed.protocol.startsWith('http') }
}
