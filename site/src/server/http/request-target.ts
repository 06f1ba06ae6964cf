type Target =
  /** `doubled`: slashes stood in a row, which `path` has once. Nothing is answered under such a path. */
  | { ok: true; path: string; search: string; doubled: boolean }
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
  const hostile = path.includes('\\') || /%2f|%5c|%2e/i.test(path) || /%2f|%5c/i.test(rawPath)
  if (hostile) return { ok: false, status: 404 }
  const doubled = path.includes('//')
  path = path.replace(/\/{2,}/g, '/')
  if (basePath !== '') {
    if (path === basePath) return { ok: true, path: '', search, doubled }
    if (!path.startsWith(`${basePath}/`)) return { ok: false, status: 404 }
    path = path.slice(basePath.length)
  }
  return { ok: true, path, search, doubled }
}
