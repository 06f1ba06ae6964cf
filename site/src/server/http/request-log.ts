import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'

/** One line for each request: neither query nor number, and whether the answer was sent whole. */
export function logRequests(app: FastifyInstance, log: Logger): void {
  app.addHook('onRequest', async ({ method, originalUrl }, { raw }) => {
    const started = performance.now()
    raw.once('close', () => {
      const ms = Math.round(performance.now() - started)
      const status = raw.writableFinished ? raw.statusCode : 'cut'
      log.info({ method, path: loggedPath(originalUrl), status, ms })
    })
  })
}

/** The path without query. Receipt numbers, which stand in paths of the mailbox, are left out. */
export function loggedPath(url: string): string {
  const [path = ''] = url.split('?', 1)
  return path.slice(0, 200).replace(/\d{16}/g, '…')
}
