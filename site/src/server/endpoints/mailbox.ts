import { createHash, timingSafeEqual } from 'node:crypto'
import { Readable } from 'node:stream'
import { acknowledgement, channelList, statusUpdate } from '@portal/content/schema/mailbox/mailbox'
import type { MessagePage, MissedQueries } from '@portal/content/schema/mailbox/mailbox'
import { receiptNumber } from '@portal/content/schema/petition/receipt'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { UploadStore } from '../../petition/attachments/ports.ts'
import type { ReplyFileStore } from '../../petition/reply-files/ports.ts'
import type { Channels, Mailbox, Access } from '../../petition/ports.ts'
import { Unavailable } from '../../petition/failures.ts'
import { acceptJson } from '../http/form-body.ts'
import { routeReplyFiles } from './mailbox-reply-files.ts'
import type { MissedQueryCounter } from './missed-queries.ts'
import type { Access as Sent } from '@portal/content/schema/mailbox/access'

const pageLimit = 200
const bodyLimit = 1024 * 1024
const page = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).default(pageLimit),
})

/**
 * The interface by which the CMS collects messages, pushes statuses and says what it can send by; its
 * shapes are in `content/schema/mailbox/mailbox.ts`. Whoever holds the token may read sealed messages and
 * replace sealed statuses; nobody else learns even which paths exist.
 */
export function mailboxEndpoint(parts: {
  mailbox: Mailbox
  uploads: Pick<UploadStore, 'sealed'>
  replyFiles: ReplyFileStore
  channels: Pick<Channels, 'offer'>
  missed: Pick<MissedQueryCounter, 'known'>
  token: string
  now: () => Date
}) {
  const { mailbox, uploads, replyFiles, channels, missed, token, now } = parts
  const expected = digest(`Bearer ${token}`)

  return async (app: FastifyInstance): Promise<void> => {
    acceptJson(app, bodyLimit)
    app.addHook('onRequest', async ({ headers }, reply) => {
      reply.header('cache-control', 'no-store')
      if (timingSafeEqual(digest(headers.authorization ?? ''), expected)) return
      return reply.code(401).header('www-authenticate', 'Bearer').send({})
    })
    app.setErrorHandler(answerFault)
    app.setNotFoundHandler(({ originalUrl }, reply) => {
      const [path = ''] = originalUrl.split('?', 1)
      return reply.code(takesOtherMethod.test(path) ? 405 : 404).send({})
    })

    app.get('/messages', async ({ query }, reply) => {
      const asked = page.safeParse(query)
      if (!asked.success) return reply.code(400).send({})
      const { after, limit } = asked.data
      const messages = await mailbox.messagesAfter(after, Math.min(limit, pageLimit))
      const listed: MessagePage = {
        messages: messages.map(({ sequence, id, number, receivedAt, sealed }) => ({
          sequence,
          id,
          number,
          receivedAt: receivedAt.toISOString(),
          sealed: Buffer.from(sealed).toString('base64'),
        })),
      }
      return listed
    })

    app.post('/acknowledgement', async ({ body }, reply) => {
      const parsed = acknowledgement.safeParse(body)
      if (!parsed.success) return reply.code(400).send({})
      await mailbox.acknowledge(parsed.data.through, now())
      return parsed.data
    })

    app.put('/channels', async ({ body }, reply) => {
      const parsed = channelList.safeParse(body)
      if (!parsed.success) return reply.code(400).send({})
      await channels.offer(parsed.data.ways)
      return parsed.data
    })

    app.get('/missed-queries', async () => {
      const queries: MissedQueries['queries'] = await missed.known()
      return { queries }
    })

    app.get<{ Params: { id: string } }>('/attachments/:id', async ({ params }, reply) => {
      const found = /^[0-9a-f-]{36}$/.test(params.id) ? await uploads.sealed(params.id) : null
      if (!found) return reply.code(404).send({})
      reply.type('application/octet-stream').header('content-disposition', 'attachment')
      reply.header('content-length', found.bytes)
      // Part by part: an age file that only the bureau opens.
      const options = { objectMode: false, highWaterMark: 64 * 1024 }
      return reply.send(Readable.from(found.parts, options))
    })

    app.put<{ Params: { number: string } }>('/statuses/:number', async (request, reply) => {
      const number = receiptNumber.safeParse(request.params.number)
      if (!number.success) return reply.code(404).send({})
      const update = statusUpdate.safeParse(request.body)
      if (!update.success) return reply.code(400).send({})
      const { revision, sealed, access, files = [] } = update.data
      const status = {
        revision,
        sealed: Buffer.from(sealed, 'base64'),
        access: readAccess(access),
        files,
      }
      const held = await mailbox.putStatus(number.data, status)
      if (held === null) return reply.code(404).send({})
      if (held === 'files-missing') return reply.code(409).send({})
      if (held === revision) await replyFiles.eraseUnnamed(number.data)
      return { revision: held }
    })

    routeReplyFiles(app, { replyFiles, now })
  }
}

/** The paths above, asked for by a method that they do not take. */
const takesOtherMethod =
  /\/mailbox\/(?:messages|acknowledgement|channels|missed-queries|attachments\/[0-9a-f-]{36}|statuses\/\d{16}|reply-files\/\d{16}(?:\/[0-9a-f-]{36})?)$/

function answerFault(error: FastifyError | Unavailable, _: FastifyRequest, reply: FastifyReply) {
  if (error instanceof Unavailable) {
    const { reason, retryAfter } = error
    return reply.code(503).header('retry-after', retryAfter).send({ reason })
  }
  if ((error.statusCode ?? 500) >= 500) throw error
  return reply.code(error.statusCode ?? 400).send({})
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** What lets a holder in, as the office sends it, as bytes. */
export function readAccess({ salt, verifier, wrappedIdentity, mark }: Sent): Access {
  const bytes = (text: string) => Buffer.from(text, 'base64')
  return {
    salt: bytes(salt),
    verifier: bytes(verifier),
    wrappedIdentity: bytes(wrappedIdentity),
    mark: mark ?? null,
  }
}
