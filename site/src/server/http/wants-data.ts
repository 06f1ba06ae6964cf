import type { FastifyRequest } from 'fastify'

/** Whether a script asks, which takes the answer as JSON. */
export function wantsData({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return headers.accept?.includes('application/json') ?? false
}
