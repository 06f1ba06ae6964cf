import type { FastifyInstance } from 'fastify'

/** Answers every method of an address but those that it takes with 405, before a body is read. */
export function refuseOtherMethods(
  app: FastifyInstance,
  url: string,
  allowed: readonly string[],
): void {
  app.route({
    method: app.supportedMethods.filter((method) => !allowed.includes(method)),
    url,
    onRequest: async (_request, reply) => reply.header('allow', allowed.join(', ')).refuse(405),
    handler: async (_request, reply) => reply,
  })
}
