import { onDemandPages } from '../releases/on-demand-pages.ts'
import type { Release } from '../releases/release.ts'
import { locate } from './locate.ts'
import type { StaticFile } from './locate.ts'

/** What a release has for a path that is only read. */
type FoundPage =
  | { kind: 'file'; file: StaticFile; status: 200 | 410 }
  /** Below the base path, encoded; begins with one slash. 302: another page may stand here again. */
  | { kind: 'moved'; to: string; status: 301 | 302 }
  | { kind: 'missing' }

/**
 * Finds the file of a release for a decoded path. A page has one address: what is asked for under
 * another (without its last slash, by its file's name, as it was called before, with slashes `doubled`)
 * leads there, and only where there is something.
 */
export async function findPage(
  release: Release,
  path: string,
  doubled: boolean,
): Promise<FoundPage> {
  if (path === notFoundPage) return { kind: 'missing' }
  const moved = release.redirects.get(path.endsWith('/') ? path : `${path}/`)
  const file = await locate(release.client, path)
  if (file) {
    const page = path.replace(/(?<=\/)index\.html$/, '')
    if (page !== path || doubled) return { kind: 'moved', to: encode(page), status: 301 }
    // RFC 9110, 15.5.11: a page that was taken down says so, to machines too.
    return { kind: 'file', file, status: release.withdrawn.has(path) ? 410 : 200 }
  }
  if (moved) return { kind: 'moved', to: encode(moved), status: 301 }
  const page = path.endsWith('/') ? path : `${path}/`
  const isPage = onDemandPages.has(page) || (await locate(release.client, page)) !== null
  if (isPage && (page !== path || doubled)) return { kind: 'moved', to: encode(page), status: 301 }
  // Lists are numbered from the oldest page and may have grown shorter, or been numbered otherwise before.
  const [, list] = /^(\/.+\/)page\/\d+\/$/.exec(page) ?? []
  if (list && (await locate(release.client, list)) !== null)
    return { kind: 'moved', to: encode(list), status: 302 }
  return { kind: 'missing' }
}

/** The page of what is not there. */
export const notFoundPage = '/404.html'

/** Unlike `encodeURI`, which leaves what would begin a query or a fragment. */
function encode(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
