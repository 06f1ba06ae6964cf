export type Target =
  | { ok: true; path: string; search: string }
  /** Not a path that this server could have linked to. */
  | { ok: false; status: 400 | 404 }

/**
 * The path below `basePath` that a request names, decoded once, beginning with `/`. Anything that a
 * second decoding, a proxy or a file system could read otherwise is refused here.
 */
export function readTarget(url: string | undefined, basePath: string): Target {
  if (!url?.startsWith('/')) return { ok: false, status: 400 }
  const [rawPath = '', ...rest] = url.split('?')
  const search = rest.length > 0 ? `?${rest.join('?')}` : ''
  let path: string
  try {
    path = decodeURIComponent(rawPath)
  } catch {
    return { ok: false, status: 400 }
  }
  if (/\p{Cc}/u.test(path)) return { ok: false, status: 400 }
  if (basePath !== '') {
    if (path === basePath) return { ok: true, path: '', search }
    if (!path.startsWith(`${basePath}/`)) return { ok: false, status: 404 }
    path = path.slice(basePath.length)
  }
  const hostile = path.startsWith('//') || path.includes('\\') || /%2f|%5c|%2e/i.test(path)
  return hostile ? { ok: false, status: 404 } : { ok: true, path, search }
}
