import type { StaticContent } from './page-props.ts'

/** A static page: the route that renders it, its path, and all that it shows beside the settings. */
export type StaticPage = {
  /** As Astro names it: `/notices/[slug]`. */
  route: string
  path: `/${string}`
  shown: Partial<StaticContent>
}

/** Where a page stands in the folder that the server sends files from, without a leading slash. */
export function fileOf(path: string): string {
  return path === '/404/' ? '404.html' : `${path.slice(1)}index.html`
}
