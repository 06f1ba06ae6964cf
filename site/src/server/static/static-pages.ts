import type { FastifyReply, FastifyRequest } from 'fastify'
import { readTarget } from '../http/request-target.ts'
import { findPage, notFoundPage } from './find-page.ts'
import { locate } from './locate.ts'
import { sendFile } from './send-file.ts'

/** Answers what no endpoint does: with a file of the release, where it has moved to, or the 404 page. */
export function staticPages(basePath: string) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { method, release } = request
    const target = readTarget(request.originalUrl, basePath)
    if (!target.ok) return reply.refuse(target.status)
    if (!release) return reply.refuse(503)
    if (method !== 'GET' && method !== 'HEAD') {
      return reply.header('allow', 'GET, HEAD').refuse(405)
    }
    const { path, search, doubled } = target
    const found = await findPage(release, path, doubled)
    if (found.kind === 'file') return sendFile(reply, found.file, found.status)
    if (found.kind === 'moved') {
      return reply
        .header('cache-control', 'no-cache')
        .redirect(basePath + found.to + search, found.status)
    }
    const missing = await locate(release.client, notFoundPage)
    return missing ? sendFile(reply, missing, 404) : reply.refuse(404)
  }
}
