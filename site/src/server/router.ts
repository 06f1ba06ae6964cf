import type {
  FastifyError,
  FastifyInstance,
  FastifyPluginAsync,
  FastifyReply,
  FastifyRequest,
} from 'fastify'
import type { Logger } from 'pino'
import { routePage } from './endpoints/page-routes.ts'
import type { PageEndpoint } from './endpoints/page-endpoint.ts'
import { describeFault } from './operations/log.ts'
import type { Releases } from './releases/release.ts'
import { acceptFiles } from './static/send-file.ts'
import { staticPages } from './static/static-pages.ts'
import { createApp } from './http/app.ts'
import { acceptForms } from './http/form-body.ts'
import type { OriginCheck } from './http/origin-check.ts'
import type { TakeFile } from './http/multipart.ts'
import { refuse } from './http/refusal.ts'
import { loggedPath } from './http/request-log.ts'
import { readTarget } from './http/request-target.ts'

type RouterParts = {
  releases: Pick<Releases, 'current'>
  health: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>
  mailbox: FastifyPluginAsync
  attachments: FastifyPluginAsync
  /** Further endpoints for scripts of the portal's own pages. */
  endpoints: readonly FastifyPluginAsync[]
  pages: readonly PageEndpoint[]
  /** Stores a file of a posted form while it arrives. */
  takeFile: TakeFile
  /** Where a request came from, for the limits. */
  addressOf: (request: FastifyRequest['raw']) => string
  originCheck: OriginCheck
  siteUrl: string
  basePath: string
  log: Logger
}

/** Every address of the portal: health, the mailbox's interface, endpoints, pages, files of the release. */
export function createRouter(parts: RouterParts): FastifyInstance {
  const { releases, addressOf, siteUrl, basePath, log } = parts
  const app = createApp({ siteUrl, log })
  app.decorateRequest('release', null)
  app.decorateRequest('address', '')
  app.decorateReply('refuse', function (status: number) {
    const phone = this.request.release?.settings.phone
    return refuse(this, status, { home: `${basePath}/`, phone })
  })
  app.addHook('onRequest', async (request) => {
    request.release = releases.current()
    request.address = addressOf(request.raw)
  })
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const { statusCode = 500 } = error
    if (statusCode === 416) return reply.code(416).send('')
    if (statusCode >= 400 && statusCode < 500) return reply.refuse(statusCode)
    if (statusCode === 503) return reply.refuse(503)
    if (request.raw.destroyed && !request.raw.complete) return reply.send('')
    const path = loggedPath(request.originalUrl)
    log.error({ method: request.method, path, fault: describeFault(error) }, 'a request failed')
    return reply.removeHeader('retry-after').refuse(500)
  })
  for (const url of new Set(['/healthz', `${basePath}/healthz`])) app.get(url, parts.health)
  app.register(parts.mailbox, { prefix: `${basePath}/mailbox` })
  app.register(async (site) => routeSite(site, parts))
  return app
}

/** What citizens are answered: by the portal's own names only, and forms from its own pages only. */
async function routeSite(site: FastifyInstance, parts: RouterParts): Promise<void> {
  const { originCheck, siteUrl, basePath } = parts
  acceptFiles(site)
  site.addHook('onRequest', async (request, reply) => {
    if (!originCheck.hasOneHost(request)) return reply.refuse(400)
    if (!originCheck.knowsHost(request)) return reply.refuse(421)
    const target = readTarget(request.originalUrl, basePath)
    if (!target.ok) return reply.refuse(target.status)
    if (!request.release) return reply.header('retry-after', 10).refuse(503)
    const reads = request.method === 'GET' || request.method === 'HEAD'
    if (!reads && !request.is404 && !originCheck.isSameOrigin(request)) return reply.refuse(403)
  })
  site.setNotFoundHandler(staticPages(basePath))
  site.register(parts.attachments, { prefix: `${basePath}/petition/attachments` })
  site.register(
    async (scripted) => {
      for (const endpoint of parts.endpoints) scripted.register(endpoint)
    },
    { prefix: basePath },
  )
  site.register(async (forms) => {
    acceptForms(forms, parts.takeFile)
    for (const page of parts.pages) routePage(forms, page, { siteUrl, basePath })
  })
}
