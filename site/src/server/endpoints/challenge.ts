import type { FastifyInstance } from 'fastify'
import type { ProofOfWork } from '../../petition/submit/proof/challenge.ts'
import { refuseOtherMethods } from '../http/method-not-allowed.ts'
import type { Limits } from '../limits/limits.ts'

const url = '/petition/challenge/'

/** Hands out challenges to the script of the petition form: `GET /petition/challenge/`. */
export function challengeEndpoint({
  proofOfWork,
  limits,
}: {
  proofOfWork: Pick<ProofOfWork, 'challenge'>
  limits: Limits
}) {
  return async (app: FastifyInstance): Promise<void> => {
    app.route({
      method: ['GET', 'HEAD'],
      url,
      async handler({ address }, reply) {
        const allowed = await limits.allow('challenge', { address })
        if (!allowed.ok) return reply.header('retry-after', allowed.retryAfter).refuse(429)
        return reply.header('cache-control', 'no-store').send(await proofOfWork.challenge())
      },
    })
    refuseOtherMethods(app, url, ['GET', 'HEAD'])
  }
}
