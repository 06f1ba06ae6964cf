import { largestSealedReplyFile } from '@portal/content/schema/mailbox/reply-file'
import { receiptNumber } from '@portal/content/schema/petition/receipt'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { ReplyFileStore } from '../../petition/reply-files/ports.ts'
import { extendReceiveTimeout } from '../http/receive-timeout.ts'

/** A file of 10 MB over a line of the office that carries one megabit. */
const receiveTimeoutMs = 180_000

const params = z.object({ number: receiptNumber, id: z.uuid() })

/** Has the mailbox's interface take files of replies; the shapes are in `content/schema/mailbox/reply-file.ts`. */
export function routeReplyFiles(
  app: FastifyInstance,
  { replyFiles, now }: { replyFiles: ReplyFileStore; now: () => Date },
): void {
  // Passed on while it arrives: no file lies in memory.
  app.addContentTypeParser(
    'application/octet-stream',
    async (_: FastifyRequest, body: FastifyRequest['raw']) => body,
  )

  app.get<{ Params: { number: string } }>('/reply-files/:number', async (request, reply) => {
    const number = receiptNumber.safeParse(request.params.number)
    if (!number.success) return reply.code(404).send({})
    return { files: await replyFiles.held(number.data) }
  })

  app.put('/reply-files/:number/:id', async (request, reply) => {
    const named = params.safeParse(request.params)
    if (!named.success) return reply.code(404).send({})
    const length = Number(request.headers['content-length'] ?? NaN)
    if (!Number.isSafeInteger(length) || length < 1) return reply.code(411).send({})
    if (length > largestSealedReplyFile) return reply.code(413).send({})
    if (request.body !== request.raw) return reply.code(415).send({})
    extendReceiveTimeout(request.raw, receiveTimeoutMs)
    const stored = await replyFiles.put({ ...named.data, at: now() }, length, request.raw)
    return stored ? {} : reply.code(400).send({})
  })
}
