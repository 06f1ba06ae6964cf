import type { IncomingMessage } from 'node:http'
import type { ProofOfWork } from '../../petition/proof/challenge.ts'
import type { Endpoint } from '../http/router.ts'
import type { Limits } from '../limits/limits.ts'
import { refuse } from '../http/refusal.ts'

/** Hands out challenges to the script of the petition form. */
export function challengeEndpoint(parts: {
  proofOfWork: ProofOfWork
  limits: Limits
  addressOf: (request: IncomingMessage) => string
  home: string
}): Endpoint {
  const { proofOfWork, limits, addressOf, home } = parts
  const prefix = '/petition/challenge/'
  return {
    prefix,
    async answer(request, response, path) {
      if (path !== prefix) return refuse(request, response, 404, { home })
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        response.setHeader('Allow', 'GET, HEAD')
        return refuse(request, response, 405, { home })
      }
      const allowed = await limits.allow('challenge', { address: addressOf(request) })
      if (!allowed.ok) {
        return refuse(request, response, 429, { home, retryAfter: allowed.retryAfter })
      }
      const body = JSON.stringify(await proofOfWork.challenge())
      response.setHeader('Content-Type', 'application/json')
      response.setHeader('Content-Length', Buffer.byteLength(body))
      response.setHeader('Cache-Control', 'no-store')
      response.end(request.method === 'HEAD' ? undefined : body)
    },
  }
}
