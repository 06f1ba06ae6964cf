import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'

/**
 * Fastify's `onSend`: an answer to a request that is still being sent closes the connection, for what
 * is left would be taken for the next request. A bounded rest is read away first: a connection that is
 * closed in the middle of sending loses the answer.
 */
export async function discardRest(
  { raw, method }: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  if (raw.complete || method === 'GET' || method === 'HEAD') return payload
  reply.header('connection', 'close')
  if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return payload
  reply.header('content-length', Buffer.byteLength(payload))
  return Readable.from(withRest(Buffer.from(payload), raw))
}

async function* withRest(answer: Buffer, request: FastifyRequest['raw']) {
  yield answer
  let left = 16 * 1024 * 1024
  const enough = new Promise<void>((resolve) => {
    request.on('data', (chunk: Buffer) => {
      left -= chunk.length
      if (left < 0) resolve()
    })
    request.once('end', resolve).once('close', resolve)
  })
  request.resume()
  await Promise.race([enough, sleep(2_000, undefined, { ref: false })])
  request.pause()
}
