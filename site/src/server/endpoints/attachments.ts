import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Attachments } from '../../petition/attachments/attachments.ts'
import { partLimits } from '../../petition/attachments/limits.ts'
import { refusals } from '@portal/content/attachments/refusal'
import type { Refusal } from '@portal/content/attachments/refusal'
import { parseIdempotencyKey } from '../../petition/submit/idempotency-key.ts'
import { Unavailable } from '../../petition/failures.ts'
import { acceptJson } from '../http/form-body.ts'
import type { Limits } from '../limits/limits.ts'

const jsonLimit = 16 * 1024
const file = z.object({ id: z.uuid(), name: z.string().max(2_000), size: z.int().min(0) })
type OfFile = { Params: { id: string } }

/**
 * Files of a form that the page's script uploads, in parts, so that they can be gone on with:
 * `POST /` makes room, `PUT /ID` with `Upload-Offset` takes a part, `GET /ID` says how much is there,
 * `POST /ID/finish` checks and seals, `DELETE /ID` erases, `GET /` lists. The form's key comes in a
 * header, never in an address, for addresses are logged.
 */
export function attachmentsEndpoint(parts: {
  attachments: Attachments
  limits: Limits
  digest: (address: string) => string
}) {
  const { attachments, limits, digest } = parts

  return async (app: FastifyInstance): Promise<void> => {
    acceptJson(app, jsonLimit)
    const octets = { parseAs: 'buffer', bodyLimit: partLimits.most } as const
    app.addContentTypeParser(
      'application/octet-stream',
      octets,
      async (_: FastifyRequest, body: Buffer) => body,
    )
    app.addHook('onRequest', async (request, reply) => {
      reply.header('cache-control', 'no-store')
      if (keyOf(request) === null) return reply.code(404).send({})
    })
    app.setErrorHandler(answerFault)
    app.setNotFoundHandler((request, reply) => {
      const [path = ''] = request.originalUrl.split('?', 1)
      const known = /\/attachments\/(?:[0-9a-f-]{36}(?:\/finish)?)?$/.test(path)
      return reply.code(known ? 405 : 404).send({})
    })

    app.get('/', async (request) => ({ attachments: await attachments.list(formKey(request)) }))

    app.post('/', async (request, reply) => {
      const parsed = file.safeParse(request.body)
      if (!parsed.success) return reply.code(400).send({})
      const { address } = request
      const key = formKey(request)
      const known = await attachments.find(key, parsed.data.id)
      if (known) return known
      const allowed = await limits.allow('upload', { address })
      if (!allowed.ok) return later(reply, 429, allowed.retryAfter)
      const begun = await attachments.begin(key, parsed.data, digest(address))
      if (begun.kind === 'begun') return reply.code(201).send(begun.listed)
      await allowed.giveBack()
      if (begun.kind === 'too-many-open') return later(reply, 429, begun.retryAfter)
      if (begun.kind === 'refused') return refuse(reply, begun.refusal)
      return later(reply, 503, 600, 'no-room')
    })

    app.get<OfFile>('/:id', async (request, reply) => {
      const found = await attachments.find(formKey(request), request.params.id)
      return found ?? reply.code(404).send({})
    })

    app.put<OfFile>('/:id', async (request, reply) => {
      const offset = Number(request.headers['upload-offset'] ?? NaN)
      if (!Number.isSafeInteger(offset) || offset < 0) return reply.code(400).send({})
      const { body, params } = request
      if (!Buffer.isBuffer(body)) return reply.code(415).send({})
      const key = formKey(request)
      const held = await attachments.find(key, params.id)
      if (held?.state !== 'open') return held ?? reply.code(404).send({})
      const ends = offset + body.length >= held.size
      if (body.length < partLimits.least && !ends) return reply.code(400).send({})
      const received = await attachments.put(key, params.id, offset, body)
      return received === null ? reply.code(404).send({}) : { ...held, received }
    })

    app.delete<OfFile>('/:id', async (request) => {
      await attachments.remove(formKey(request), request.params.id)
      return {}
    })

    app.post<OfFile>('/:id/finish', async (request, reply) => {
      const done = await attachments.finish(formKey(request), request.params.id)
      if (!done) return reply.code(404).send({})
      if (done.state === 'refused') return refuse(reply, done.refusal)
      return reply.code(done.state === 'ready' ? 200 : 409).send(done)
    })
  }
}

function keyOf({ headers }: FastifyRequest): string | null {
  return parseIdempotencyKey(String(headers['form-key'] ?? ''))
}

/** After the hook, which lets nobody without one come here. */
function formKey(request: FastifyRequest): string {
  return keyOf(request) ?? ''
}

function refuse(reply: FastifyReply, refusal: Refusal): FastifyReply {
  return reply.code(422).send({ kind: 'refused', refusal, message: refusals[refusal] })
}

function later(
  reply: FastifyReply,
  status: 429 | 503,
  seconds: number,
  kind?: 'busy' | 'no-room',
): FastifyReply {
  return reply
    .code(status)
    .header('retry-after', seconds)
    .send(kind ? { kind } : {})
}

function answerFault(error: FastifyError | Unavailable, _: FastifyRequest, reply: FastifyReply) {
  if (error instanceof Unavailable) {
    return later(reply, 503, error.retryAfter, error.reason === 'full' ? 'no-room' : 'busy')
  }
  if ((error.statusCode ?? 500) >= 500) throw error
  return reply.code(error.statusCode ?? 400).send({})
}
