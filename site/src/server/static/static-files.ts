import type { Stats } from 'node:fs'
import { readFile, readdir, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { basename, dirname, extname, join } from 'node:path'
import send from 'send'
import { compress, negotiateEncoding } from '../http/compression.ts'
import type { CompressionCache } from '../http/compression.ts'

export type StaticFile = { kind: 'file'; file: string; stats: Stats; path: string }
export type Located = StaticFile | { kind: 'directory' } | null

/** Text worth compressing, and the type it is sent as. The rest is sent as it lies on disk. */
const textTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.vtt': 'text/vtt; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
}
const compressible = { min: 1024, max: 4 * 1024 * 1024 }
const lasting = /\.(?:avif|jpe?g|mp4|png|svg|vtt|webm|webp|woff2)$/

/** A file of a version of the search index. */
const indexFile = /^\/search-index\/[0-9a-f]{16}\//

/** Pages already open ask for these files of the release that they came from. */
const shared = /^\/(?:_astro|search-index)\//

/**
 * The file of a release for a path: `client/` and its index pages, and for shared assets also the
 * releases that lie beside it.
 */
export async function locate(client: string, path: string): Promise<Located> {
  const found = await locateIn(client, path)
  if (found || !shared.test(path)) return found
  const releases = dirname(dirname(client))
  const names = await readdir(releases).catch(() => [])
  for (const name of names) {
    const earlier = await locateIn(join(releases, name, 'client'), path)
    if (earlier?.kind === 'file') return earlier
  }
  return null
}

async function locateIn(client: string, path: string): Promise<Located> {
  const segments = path.split('/').slice(1)
  // A leading dot also covers `..`: nothing that begins with one is published.
  if (segments.some((segment) => segment.startsWith('.'))) return null
  const wanted = join(client, ...segments, path.endsWith('/') ? 'index.html' : '')
  const stats = await stat(wanted).catch(() => null)
  if (stats?.isFile() && !wanted.endsWith('/')) return { kind: 'file', file: wanted, stats, path }
  return stats?.isDirectory() ? { kind: 'directory' } : null
}

/** Sends a located file: ranges, validators, compression and how long it may be kept. */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  { file, stats, path }: StaticFile,
  cache: CompressionCache,
  status = 200,
): Promise<void> {
  const extension = extname(file).toLowerCase()
  const type = textTypes[extension]
  response.setHeader('Cache-Control', cacheControl(path, extension))
  // Never changed under this name: a strong tag lets browsers keep the ranges that they fetched.
  if (indexFile.test(path)) response.setHeader('ETag', `"${path.split('/')[2]}"`)
  if (type) response.setHeader('Content-Type', type).setHeader('Vary', 'Accept-Encoding')

  const encoding = negotiateEncoding(request)
  const worthwhile = stats.size >= compressible.min && stats.size <= compressible.max
  const plain = !type || !encoding || !worthwhile || request.headers.range !== undefined
  if (plain && status === 200) return stream(request, response, file)

  const version = `${stats.size.toString(36)}-${stats.mtimeMs.toString(36)}`
  const body = plain
    ? await readFile(file)
    : await cache.get(`${file} ${version} ${encoding}`, async () =>
        compress(await readFile(file), encoding),
      )
  const etag = `W/"${version}${plain ? '' : `-${encoding}`}"`
  response.setHeader('ETag', etag).setHeader('Last-Modified', stats.mtime.toUTCString())
  if (!plain) response.setHeader('Content-Encoding', encoding)
  if (status === 200 && isFresh(request, etag, stats)) {
    response.statusCode = 304
    response.end()
    return
  }
  response.statusCode = status
  response.setHeader('Content-Length', body.length)
  response.end(request.method === 'HEAD' ? undefined : body)
}

function cacheControl(path: string, extension: string): string {
  if (path.startsWith('/_astro/') || indexFile.test(path)) {
    return 'public, max-age=31536000, immutable'
  }
  return lasting.test(extension) ? 'public, max-age=3600' : 'no-cache'
}

/** RFC 9110, 13.1: an entity tag, where the reader sends one, decides alone. */
function isFresh({ headers }: IncomingMessage, etag: string, stats: Stats): boolean {
  const tags = headers['if-none-match']
  if (tags !== undefined) return tags.split(',').some((tag) => tag.trim() === etag)
  const since = Date.parse(headers['if-modified-since'] ?? '')
  return since >= Math.floor(stats.mtimeMs / 1000) * 1000
}

function stream(request: IncomingMessage, response: ServerResponse, file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!response.hasHeader('Content-Type') && !/\.[a-z0-9]{2,5}$/i.test(file)) {
      response.setHeader('Content-Type', 'application/octet-stream')
    }
    response.once('close', resolve)
    send(request, encodeURIComponent(basename(file)), {
      root: dirname(file),
      index: false,
      cacheControl: false,
      dotfiles: 'deny',
    })
      .on('error', (error: Error & { status?: number }) => {
        if (error.status !== 416) return reject(error)
        response.statusCode = 416
        response.end()
      })
      .pipe(response)
  })
}
