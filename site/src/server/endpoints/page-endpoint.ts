import type { Readable } from 'node:stream'
import type { PageContent } from '../../page-locals.ts'
import type { PostedFields } from '../../petition/fields/fields.ts'
import type { Release } from '../releases/release.ts'

/** A request for an on-demand page. */
export type PageRequest = {
  release: Release
  /** The form that came with it; `null` where the page was only asked for. */
  posted: PostedFields | null
  query: URLSearchParams
  /** Where it came from, for the limits. */
  address: string
  cookies: Readonly<Record<string, string | undefined>>
}

/** A file instead of a page. */
type Download = {
  type: string
  disposition: string
  body: string | Readable
  /** Bytes of what is streamed. */
  length?: number
  /** What a browser may do with it. */
  policy?: string
}

/** What became of a request, before it is put into HTML or JSON. */
export type PageResponse = {
  status: number
  /** Seconds. */
  retryAfter?: number
  /** What a script gets instead of a page. */
  data?: object
  /** Sent back to this page only, where no script reads it; `maxAge` in seconds. */
  cookie?: { name: string; value: string; maxAge: number }
  show:
    | {
        /** Asked for only where a page is rendered. */
        content: () => Promise<PageContent>
        /** Holds a secret though it was only asked for, so it is not compressed (BREACH). */
        secret?: boolean
      }
    /** Below the base path. */
    | { redirect: string }
    | { download: Download }
}

/** A page that is rendered on demand: parses a request, runs the use case, says what is shown. */
export type PageEndpoint = {
  /** Begins and ends with a slash. */
  path: string
  takesForms: boolean
  respond(request: PageRequest): Promise<PageResponse>
}

/** Seconds to wait, where an outcome names them. */
export function retryAfterOf(outcome: object): { retryAfter?: number } {
  const retryAfter = 'retryAfter' in outcome ? outcome.retryAfter : undefined
  return typeof retryAfter === 'number' ? { retryAfter } : {}
}
