import type { IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip'

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

/** The encoding to use for this reader, if any. */
export function negotiateEncoding(request: IncomingMessage): Encoding | null {
  const accepted = acceptedEncodings(request)
  if (accepted.get('br')) return 'br'
  return accepted.get('gzip') ? 'gzip' : null
}

/** Whether this reader takes gzip, also where brotli would be preferred. */
export function acceptsGzip(request: IncomingMessage): boolean {
  return acceptedEncodings(request).get('gzip') ?? false
}

function acceptedEncodings({ headers }: IncomingMessage): Map<string, boolean> {
  return new Map(
    String(headers['accept-encoding'] ?? '')
      .split(',')
      .map((entry) => {
        const [name = '', ...parameters] = entry.split(';')
        const refused = parameters.some((parameter) => /^\s*q=0(?:\.0*)?\s*$/.test(parameter))
        return [name.trim().toLowerCase(), !refused] as const
      }),
  )
}

/** Compresses off the main thread. Level 5 costs a few milliseconds a page and is near the best. */
export function compress(bytes: Uint8Array, encoding: Encoding): Promise<Buffer> {
  return encoding === 'br'
    ? toBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
    : toGzip(bytes)
}

export type CompressionCache = {
  get(key: string, make: () => Promise<Buffer>): Promise<Buffer>
}

/** Keeps compressed files in memory, least recently used out first, at most `capacity` bytes. */
export function createCompressionCache(capacity: number): CompressionCache {
  const entries = new Map<string, { body: Promise<Buffer>; size: number }>()
  let held = 0
  const drop = (key: string) => {
    held -= entries.get(key)?.size ?? 0
    entries.delete(key)
  }
  return {
    get(key, make) {
      const known = entries.get(key)
      if (known) {
        entries.delete(key)
        entries.set(key, known)
        return known.body
      }
      const entry = { body: make(), size: 0 }
      entries.set(key, entry)
      entry.body.then(
        (body) => {
          if (entries.get(key) !== entry) return
          entry.size = body.length
          held += body.length
          for (const oldest of entries.keys()) {
            if (held <= capacity) break
            drop(oldest)
          }
        },
        () => entries.delete(key),
      )
      return entry.body
    },
  }
}
