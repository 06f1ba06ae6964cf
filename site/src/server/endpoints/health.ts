import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Mailbox } from '../../petition/ports.ts'

/** `GET /healthz`: 200 while there is a release to show and the mailbox can be read, else 503. */
export function healthEndpoint(mailbox: Pick<Mailbox, 'check'>) {
  return async ({ release }: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const reachable = await mailbox.check().then(
      () => true,
      () => false,
    )
    const ok = release !== null && reachable
    return reply
      .code(ok ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({
        status: ok ? 'ok' : 'unavailable',
        release: release?.id ?? null,
        mailbox: reachable ? 'ok' : 'unavailable',
      })
  }
}
