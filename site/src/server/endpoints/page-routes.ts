import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { PostedFields } from '../../petition/fields/fields.ts'
import { refuseOtherMethods } from '../http/method-not-allowed.ts'
import { framePolicy } from '../http/security-headers.ts'
import { wantsData, BodyRefused } from '../http/refusal.ts'
import { renderPage } from '../releases/render-page.ts'
import type { PageEndpoint } from './page-endpoint.ts'

/** Adds an on-demand page to an app: a browser gets the page, a script what became of its form. */
export function routePage(
  app: FastifyInstance,
  { path, takesForms, respond }: PageEndpoint,
  { siteUrl, basePath }: { siteUrl: string; basePath: string },
): void {
  const url = basePath + path
  const allow = takesForms ? ['GET', 'HEAD', 'POST'] : ['GET', 'HEAD']
  const isSecure = siteUrl.startsWith('https:')

  const handler = async (request: FastifyRequest, reply: FastifyReply) => {
    const { release, address, cookies } = request
    if (!release) return reply.refuse(503)
    const posted = request.method === 'POST' ? fieldsOf(request) : null
    const query = new URLSearchParams(request.originalUrl.split('?').slice(1).join('?'))
    const response = await respond({ release, posted, query, address, cookies })
    const { status, retryAfter, cookie, data, show } = response
    reply.code(status).header('cache-control', 'no-store').header('vary', 'Accept, Accept-Encoding')
    if (retryAfter !== undefined) reply.header('retry-after', retryAfter)
    if (cookie) {
      const scope = { path: url, httpOnly: true, sameSite: 'strict', secure: isSecure } as const
      reply.setCookie(cookie.name, cookie.value, { ...scope, maxAge: cookie.maxAge })
    }
    if (data && wantsData(request)) {
      return reply.type('application/json').send(JSON.stringify(data))
    }
    if ('redirect' in show) return reply.redirect(basePath + show.redirect, 303)
    if ('download' in show) {
      const { type, disposition, body, length, policy } = show.download
      if (length !== undefined) reply.header('content-length', length)
      if (policy) reply.header('content-security-policy', `${policy}; ${framePolicy}`)
      reply.header('cross-origin-resource-policy', 'same-origin')
      if (request.method === 'HEAD' && typeof body !== 'string') {
        body.destroy()
        return reply.header('content-disposition', disposition).type(type).send()
      }
      return reply.header('content-disposition', disposition).type(type).send(body)
    }
    const page = await renderPage(release, new URL(url, siteUrl), await show.content())
    // A release of before may have as a file what is rendered on demand now.
    if (!page) return reply.callNotFound()
    if (page.policy) reply.header('content-security-policy', `${page.policy} ${framePolicy}`)
    reply.type('text/html; charset=utf-8')
    // A page that shows what was posted beside a secret is not compressed: its length would tell
    // about the secret (BREACH). Nobody but the petitioner can choose what a page that is only asked
    // for contains.
    if (!posted && !show.secret) return reply.compress(page.body)
    if (show.secret) reply.header('cache-control', 'no-store, no-transform')
    return reply.send(page.body)
  }

  app.route({ method: allow, url, handler })
  refuseOtherMethods(app, url, allow)
}

function fieldsOf({ body }: FastifyRequest): PostedFields {
  if (body instanceof Map) return body
  throw new BodyRefused(415)
}
