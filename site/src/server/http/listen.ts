import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import type { Socket } from 'node:net'
import { StartError } from '../operations/start-error.ts'

/**
 * Listens with every limit set: Node's own defaults let a slow sender hold a socket for minutes. A
 * form from a village on 2G needs about half a minute; headers need a fraction of that.
 * @param host the address of this machine to listen on; `null`: all
 * @throws StartError
 */
export async function listen(
  answer: RequestListener,
  host: string | null,
  port: number,
): Promise<Server> {
  const server = createServer(
    {
      headersTimeout: 10_000,
      // The last resort: `deadline.ts` cuts sooner, but not who brings files.
      requestTimeout: 660_000,
      keepAliveTimeout: 10_000,
      connectionsCheckingInterval: 1_000,
      maxHeaderSize: 16 * 1024,
    },
    answer,
  )
  server.maxHeadersCount = 100
  server.maxRequestsPerSocket = 1_000
  server.maxConnections = 4_000
  // Nothing may move on a socket for two minutes, also while an answer is being sent.
  server.setTimeout(120_000)
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy()
    const status = statusOfParserFault(error.code)
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, host, port)))
    server.listen({ port, ...(host !== null && { host }) }, resolve)
  })
  return server
}

/** Stops taking requests, lets those under way end, and cuts what is left after ten seconds. */
export async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  // A connection that is answered now would otherwise be kept alive for the next request.
  const sweep = setInterval(() => server.closeIdleConnections(), 100)
  const cut = setTimeout(() => server.closeAllConnections(), 10_000)
  await closed
  clearInterval(sweep)
  clearTimeout(cut)
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
