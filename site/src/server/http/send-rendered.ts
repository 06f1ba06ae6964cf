import type { IncomingMessage, ServerResponse } from 'node:http'
import { compress, negotiateEncoding } from './compression.ts'
import { framePolicy } from './security-headers.ts'
import type { Rendered } from '../releases/renderer.ts'

/** Sends a page that was rendered on demand. It is one person's, so nobody may keep it. */
export async function sendRendered(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: Rendered,
): Promise<void> {
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) response.setHeader(name, value)
  }
  const policy = headers['content-security-policy']
  if (policy) response.setHeader('Content-Security-Policy', `${policy} ${framePolicy}`)
  if (headers['content-type'] === 'text/html') {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
  }
  response.statusCode = status
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('Vary', 'Accept, Accept-Encoding')
  // A page that shows what was posted beside a secret is not compressed: its length would tell
  // about the secret (BREACH). Nobody but the petitioner can choose what a page that is only asked
  // for contains; a page that holds a secret all the same says `no-transform`.
  const secret = /no-transform/.test(String(headers['cache-control']))
  const asItIs = request.method === 'POST' || secret || headers['content-encoding'] !== undefined
  const encoding = asItIs ? null : negotiateEncoding(request)
  const sent = encoding ? await compress(body, encoding) : body
  if (encoding) response.setHeader('Content-Encoding', encoding)
  response.setHeader('Content-Length', sent.length)
  response.end(request.method === 'HEAD' ? undefined : sent)
}
