import type { APIContext } from 'astro'
import { address } from '../layouts/address.ts'

export function GET({ site }: APIContext): Response {
  const lines = [
    'User-agent: *',
    `Disallow: ${address('/petition/track/')}`,
    `Disallow: ${address('/search/')}`,
    `Sitemap: ${new URL(address('/sitemap.xml'), site).href}`,
  ]
  return new Response(`${lines.join('\n')}\n`, { headers: { 'Content-Type': 'text/plain' } })
}
