import type { FastifyRequest } from 'fastify'

type RequestHeaders = Pick<FastifyRequest, 'headers'>
type RawRequest = { raw: Pick<FastifyRequest['raw'], 'rawHeaders'> }

/** Who may speak to the portal: requests by the names it goes by, forms from its own pages. */
export type OriginCheck = {
  /** Whether the Host header is one of the portal's own. A hostile one could end up in a link. */
  knowsHost(request: RequestHeaders): boolean
  /** Whether a request says once for whom it is (RFC 9112, 3.2); Node would take the first of two. */
  hasOneHost(request: RawRequest): boolean
  /** Whether a request that changes something comes from one of the portal's own pages. */
  isSameOrigin(request: RequestHeaders): boolean
}

/** The check for the portal at `siteUrl`, which is also reached at `port` of this machine. */
export function createOriginCheck(siteUrl: string, port: number): OriginCheck {
  const local = ['localhost', '127.0.0.1', '[::1]'].map((name) => `${name}:${port}`)
  const hosts = new Set([new URL(siteUrl).host, ...local])
  const origins = new Set([siteUrl, ...local.map((host) => `http://${host}`)])
  return {
    knowsHost: ({ headers }) => hosts.has((headers.host ?? '').toLowerCase()),
    hasOneHost: ({ raw: { rawHeaders } }) =>
      rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host').length === 1,
    isSameOrigin: ({ headers }) => {
      const site = headers['sec-fetch-site']
      if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
      // Browsers before 2020 send neither header with a form; they sent the Host that was checked.
      return headers.origin === undefined || origins.has(headers.origin)
    },
  }
}
