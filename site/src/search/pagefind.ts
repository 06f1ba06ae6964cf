import type { Anchor } from './excerpt.ts'

/** The part of Pagefind's browser module that this site uses. */
export type Pagefind = {
  options(options: { baseUrl: string }): Promise<void>
  /** How many pages there are by each value of each filter. */
  filters(): Promise<Record<string, Record<string, number>>>
  /** Without a query it gives every page that the filters let through. */
  search(
    query: string | null,
    options?: { filters: Record<string, string> },
  ): Promise<{ results: PagefindHit[] }>
}

export type PagefindHit = { id: string; data(): Promise<PagefindPage> }

export type PagefindPage = {
  url: string
  content: string
  meta: Record<string, string>
  anchors: Anchor[]
}
