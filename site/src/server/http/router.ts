import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import type { Mailbox } from '../../petition/ports.ts'
import { createCompressionCache } from './compression.ts'
import { setDeadline } from './deadline.ts'
import { findPage, lost } from '../static/find-page.ts'
import type { Gate } from './gate.ts'
import { setSecurityHeaders } from './security-headers.ts'
import { answerHealth } from '../endpoints/health.ts'
import { describeFault, requestLog } from '../operations/log.ts'
import type { createMailboxInterface } from '../endpoints/mailbox.ts'
import type { TakeFile } from './multipart.ts'
import { onDemandPages } from '../releases/on-demand-pages.ts'
import type { Petitions } from '../endpoints/petitions.ts'
import { refuse } from './refusal.ts'
import type { Release, Releases } from '../releases/release.ts'
import { readForm } from './request-body.ts'
import type { Fields } from './request-body.ts'
import { readTarget } from './request-target.ts'
import { sendRendered } from './send-rendered.ts'
import { blankReporting } from '../endpoints/feedback.ts'
import type { createReporting } from '../endpoints/feedback.ts'
import { blankSearch, type Searching } from '../endpoints/search.ts'
import { locate, sendFile } from '../static/static-files.ts'

/** Answers what scripts of the portal's own pages ask for; what changes something is same-origin. */
export type Endpoint = {
  /** Begins with a slash. */
  prefix: string
  answer(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    search: string,
  ): Promise<void>
}

export type AnswerParts = {
  releases: Releases
  mailbox: Mailbox
  mailboxInterface: ReturnType<typeof createMailboxInterface>
  endpoints: readonly Endpoint[]
  /** Stores a file of a posted form while it arrives. */
  takeFile: TakeFile
  /** Where a request came from, for the limits. */
  addressOf: (request: IncomingMessage) => string
  petitionsFor: (release: Release, posted: Fields | null, address: string) => Petitions
  reportingFor: ReturnType<typeof createReporting>
  searchingFor: (release: Release, given: URLSearchParams, address: string) => Promise<Searching>
  gate: Gate
  siteUrl: string
  basePath: string
  log: Logger
}

/** Answers every request: health, the mailbox's interface, files of the release, on-demand pages. */
export function createAnswer(parts: AnswerParts) {
  const { releases, mailbox, gate, siteUrl, basePath, log } = parts
  const lines = requestLog(log)
  const cache = createCompressionCache(64 * 1024 * 1024)

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const release = releases.current()
    const context = { home: `${basePath}/`, phone: release?.settings.phone }
    if (request.url === '/healthz' || request.url === `${basePath}/healthz`) {
      return answerHealth(response, release, mailbox)
    }

    const target = readTarget(request.url, basePath)
    const asIs = target.ok && !target.doubled
    if (asIs && target.path.startsWith('/mailbox/')) {
      return parts.mailboxInterface(request, response, target.path, target.search)
    }
    if (!gate.knowsHost(request)) return refuse(request, response, 421, context)
    if (!target.ok) return refuse(request, response, target.status, context)
    if (!release) return refuse(request, response, 503, { ...context, retryAfter: 10 })
    const { path, search } = target

    const reads = request.method === 'GET' || request.method === 'HEAD'
    const endpoint = asIs && parts.endpoints.find(({ prefix }) => path.startsWith(prefix))
    if (endpoint) {
      if (!reads && !gate.isSameOrigin(request)) return refuse(request, response, 403, context)
      return endpoint.answer(request, response, path, search)
    }
    const page = asIs ? onDemandPages.get(path) : undefined
    if (page) {
      const isPost = request.method === 'POST' && page.takesForms
      if (!isPost && !reads) {
        response.setHeader('Allow', page.takesForms ? 'GET, HEAD, POST' : 'GET, HEAD')
        return refuse(request, response, 405, context)
      }
      if (isPost && !gate.isSameOrigin(request)) return refuse(request, response, 403, context)
      const address = parts.addressOf(request)
      const form = isPost ? await readForm(request, parts.takeFile, address) : null
      if (form && !form.ok) return refuse(request, response, form.status, context)
      // The renderer logs the address of a page that breaks; a query could hold what was typed.
      request.url = `${basePath}${path}${visitQuery(path, search)}`
      const asked = new URLSearchParams(search)
      const rendered = await release.render(request, {
        settings: release.settings,
        petitions: parts.petitionsFor(release, form?.fields ?? null, address),
        reporting:
          path === '/feedback/'
            ? await parts.reportingFor(form?.fields ?? null, asked, address)
            : blankReporting,
        searching:
          path === '/search/' ? await parts.searchingFor(release, asked, address) : blankSearch,
      })
      if (rendered) return sendRendered(request, response, rendered)
    } else if (!reads) {
      response.setHeader('Allow', 'GET, HEAD')
      return refuse(request, response, 405, context)
    }
    // A release of before may have as a file what is rendered on demand now.
    if (reads) {
      const found = await findPage(release, path, target.doubled)
      if (found.kind === 'file') {
        return sendFile(request, response, found.file, cache, found.status)
      }
      if (found.kind === 'moved') return redirect(response, `${basePath}${found.to}${search}`)
    }
    const missing = await locate(release.client, lost)
    if (missing?.kind !== 'file') return refuse(request, response, 404, context)
    return sendFile(request, response, missing, cache, 404)
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    const started = performance.now()
    const { method } = request
    const path = loggedPath(request.url)
    response.once('close', () => {
      const ms = Math.round(performance.now() - started)
      lines.info({
        method,
        path,
        status: response.writableFinished ? response.statusCode : 'cut',
        ms,
      })
    })
    setSecurityHeaders(response, siteUrl)
    setDeadline(request)
    answer(request, response).catch((error: unknown) => {
      if (request.destroyed && !request.complete) return
      log.error({ method, path, fault: describeFault(error) }, 'a request failed')
      if (response.headersSent) response.destroy()
      else void refuse(request, response, 500, { home: `${basePath}/` })
    })
  }
}

/** What the tracking page itself has put into its address; it tells nothing of a petition. */
function visitQuery(path: string, search: string): string {
  const [query = ''] =
    path === '/petition/track/' ? (/^\?case=[\w-]{16}(&sent=[a-z]+)?$/.exec(search) ?? []) : []
  return query
}

/** The path without query. Receipt numbers, which stand in paths of the mailbox, are left out. */
function loggedPath(url: string | undefined): string {
  return (
    (url ?? '')
      .split('?', 1)[0]
      ?.slice(0, 200)
      .replace(/\d{16}/g, '…') ?? ''
  )
}

function redirect(response: ServerResponse, location: string): void {
  response.statusCode = 301
  response.setHeader('Location', location)
  response.setHeader('Cache-Control', 'no-cache')
  response.end()
}
