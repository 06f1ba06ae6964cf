import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import type { Socket } from 'node:net'
import { networkInterfaces } from 'node:os'
import type { Logger } from 'pino'
import { StartError } from '../operations/start-error.ts'
import type { Release } from '../releases/release.ts'
import { discardRest } from './discard-rest.ts'
import { setReceiveTimeout } from './receive-timeout.ts'
import { logRequests } from './request-log.ts'
import { securityHeaders } from './security-headers.ts'

const maxHeaderSize = 16 * 1024

declare module 'fastify' {
  interface FastifyRequest {
    /** The release that the request began with; `null` before there is one. */
    release: Release | null
    /** Where the request came from, for the limits. */
    address: string
  }
  interface FastifyReply {
    /** Answers with a refusal, as a page or as JSON. */
    refuse(status: number): FastifyReply
  }
}

/**
 * Fastify with every limit set: the defaults let a slow sender hold a socket for minutes. A form from
 * a village on 2G needs about half a minute; headers need a fraction of that.
 */
export function createApp({ siteUrl, log }: { siteUrl: string; log: Logger }): FastifyInstance {
  const app = fastify({
    // Its own log would tell addresses with what was searched for.
    logger: false,
    exposeHeadRoutes: false,
    forceCloseConnections: 'idle',
    // What comes over a connection that is open while the portal stops is still answered.
    return503OnClosing: false,
    keepAliveTimeout: 10_000,
    // Nothing may move on a socket for two minutes, also while an answer is being sent.
    connectionTimeout: 120_000,
    // The last resort: `deadline.ts` cuts sooner, but not who brings files.
    requestTimeout: 660_000,
    maxRequestsPerSocket: 1_000,
    // As long as a header may be: what is longer than Fastify's own bound it answers past every hook.
    routerOptions: { maxParamLength: maxHeaderSize },
    http: {
      headersTimeout: 10_000,
      connectionsCheckingInterval: 1_000,
      maxHeaderSize,
    },
    // The router would answer by itself what it cannot decode, past every hook.
    rewriteUrl: ({ url = '' }) => (isDecodable(url) ? url : '/'),
    clientErrorHandler: answerParserFault,
  })
  app.server.maxHeadersCount = 100
  app.server.maxConnections = 4_000
  app.register(cookie)
  app.register(compress, { global: false, encodings: ['br', 'gzip'] })
  app.removeAllContentTypeParsers()
  logRequests(app, log)
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders(siteUrl))
    setReceiveTimeout(request.raw)
  })
  app.addHook('preParsing', async (request) => {
    if ((request.headers['content-encoding'] ?? 'identity') === 'identity') return
    throw Object.assign(new Error('a compressed body'), { statusCode: 415 })
  })
  app.addHook('onSend', discardRest)
  return app
}

/**
 * @param host the address of this machine to listen on; `null`: all
 * @throws StartError
 */
export async function listen(
  app: FastifyInstance,
  host: string | null,
  port: number,
): Promise<void> {
  try {
    await app.listen({ port, host: host ?? everyAddress() })
  } catch (error) {
    throw explain(error as NodeJS.ErrnoException, host, port)
  }
}

/** Stops taking requests, lets those under way end, and cuts what is left after ten seconds. */
export async function close(app: FastifyInstance): Promise<void> {
  // A connection that is answered now would otherwise be kept alive for the next request.
  const sweep = setInterval(() => app.server.closeIdleConnections(), 100)
  const cut = setTimeout(() => app.server.closeAllConnections(), 10_000)
  await app.close()
  clearInterval(sweep)
  clearTimeout(cut)
}

/** IPv6's, which takes IPv4 too, where this machine speaks it. */
function everyAddress(): string {
  const known = Object.values(networkInterfaces()).flat()
  return known.some((each) => each?.family === 'IPv6') ? '::' : '0.0.0.0'
}

function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '')
    return true
  } catch {
    return false
  }
}

function answerParserFault(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const status = statusOfParserFault(error.code)
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

function statusOfParserFault(code: string | undefined): string {
  if (code === 'HPE_HEADER_OVERFLOW') return '431 Request Header Fields Too Large'
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return '408 Request Timeout'
  return '400 Bad Request'
}

function explain(error: NodeJS.ErrnoException, host: string | null, port: number): Error {
  if (error.code === 'EADDRNOTAVAIL') {
    return new StartError(`这台机器没有 ${host} 这个地址。请改正 PORTAL_HOST。`)
  }
  if (error.code === 'EADDRINUSE') {
    return new StartError(
      `端口 ${port} 已被别的程序占用。请先停掉它，或用 PORTAL_PORT 换一个端口，再启动。`,
    )
  }
  if (error.code === 'EACCES') {
    return new StartError(`没有权限使用端口 ${port}。请用 PORTAL_PORT 换一个 1024 以上的端口。`)
  }
  return error
}
