import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { extname } from 'node:path'
import type { StaticFile } from './locate.ts'

const lasting = new Set(
  ['avif', 'jpeg', 'jpg', 'mp4', 'png', 'svg', 'vtt', 'webm', 'webp', 'woff2'].map(
    (end) => `.${end}`,
  ),
)

/** By which a reader asks for less than the whole (RFC 9110, 13.1 and 14.2). */
const conditions = [
  'if-match',
  'if-modified-since',
  'if-none-match',
  'if-range',
  'if-unmodified-since',
  'range',
]

/** A file of a version of the search index. */
const indexFile = /^\/search-index\/([0-9a-f]{16})\//

/** Has an app send files of releases, each as the build has compressed it where the reader takes that. */
export function acceptFiles(app: FastifyInstance): void {
  app.register(fastifyStatic, {
    serve: false,
    preCompressed: true,
    index: false,
    dotfiles: 'deny',
    cacheControl: false,
  })
}

/** Sends a located file: ranges, validators and how long it may be kept. */
export function sendFile(
  reply: FastifyReply,
  { root, name, path }: StaticFile,
  status: 200 | 404 | 410 = 200,
): FastifyReply {
  reply.header('cache-control', cacheControl(path))
  if (status === 200) return reply.sendFile(name, root)
  // Always sent whole: nothing that the reader has of the page can stand for what became of it.
  for (const header of conditions) delete reply.request.raw.headers[header]
  const whole = { etag: false, lastModified: false, acceptRanges: false } as const
  return reply.code(status).sendFile(name, root, whole)
}

function cacheControl(path: string): string {
  if (path.startsWith('/_astro/') || indexFile.test(path)) {
    return 'public, max-age=31536000, immutable'
  }
  return lasting.has(extname(path).toLowerCase()) ? 'public, max-age=3600' : 'no-cache'
}
