import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import type { Attachments } from '../../petition/attachments/attachments.ts'
import { attachmentLimits } from '../../petition/attachments/limits.ts'
import { refusals } from '../../petition/attachments/refusal.ts'
import type { Refusal } from '../../petition/attachments/refusal.ts'
import { parseIdempotencyKey } from '../../petition/idempotency-key.ts'
import { Unavailable } from '../../petition/unavailable.ts'
import type { Endpoint } from '../http/router.ts'
import type { Limits } from '../limits/limits.ts'
import { readJson, readOctets } from '../http/request-body.ts'

const prefix = '/petition/attachments/'
const place = /^\/petition\/attachments\/(?:([0-9a-f-]{36})(\/finish)?)?$/
const file = z.object({ id: z.uuid(), name: z.string().max(2_000), size: z.int().min(0) })

type Answer = { status: number; value?: unknown; retryAfter?: number }
const none: Answer = { status: 404 }

/**
 * Files of a form that the page's script uploads, in parts, so that they can be gone on with:
 * `POST /` makes room, `PUT /ID` with `Upload-Offset` takes a part, `GET /ID` says how much is there,
 * `POST /ID/finish` checks and seals, `DELETE /ID` erases, `GET /` lists. The form's key comes in a
 * header, never in an address, for addresses are logged.
 */
export function uploadsEndpoint(parts: {
  attachments: Attachments
  limits: Limits
  addressOf: (request: IncomingMessage) => string
  conceal: (address: string) => string
}): Endpoint {
  const { attachments, limits, addressOf, conceal } = parts

  async function begin(request: IncomingMessage, key: string): Promise<Answer> {
    const body = await readJson(request, 16 * 1024)
    if (!body.ok) return { status: body.status }
    const parsed = file.safeParse(body.value)
    if (!parsed.success) return { status: 400 }
    const known = await attachments.find(key, parsed.data.id)
    if (known) return { status: 200, value: known }
    const address = addressOf(request)
    const allowed = await limits.allow('upload', { address })
    if (!allowed.ok) return { status: 429, retryAfter: allowed.retryAfter }
    const begun = await attachments.begin(key, parsed.data, conceal(address))
    if (begun.kind === 'begun') return { status: 201, value: begun.listed }
    await allowed.giveBack()
    if (begun.kind === 'too-many-open') return { status: 429, retryAfter: begun.retryAfter }
    return begun.kind === 'refused'
      ? refused(begun.refusal)
      : { status: 503, value: { kind: 'no-room' }, retryAfter: 600 }
  }

  async function put(request: IncomingMessage, key: string, id: string): Promise<Answer> {
    const offset = Number(request.headers['upload-offset'] ?? NaN)
    if (!Number.isSafeInteger(offset) || offset < 0) return { status: 400 }
    const body = await readOctets(request, attachmentLimits.part)
    if (!body.ok) return { status: body.status }
    const held = await attachments.find(key, id)
    if (held?.state !== 'open') return held ? { status: 200, value: held } : none
    const ends = offset + body.bytes.length >= held.size
    if (body.bytes.length < attachmentLimits.smallestPart && !ends) return { status: 400 }
    const received = await attachments.put(key, id, offset, body.bytes)
    return received === null ? none : { status: 200, value: { ...held, received } }
  }

  async function finish(key: string, id: string): Promise<Answer> {
    const done = await attachments.finish(key, id)
    if (!done) return none
    if (done.state === 'refused') return refused(done.refusal)
    return { status: done.state === 'ready' ? 200 : 409, value: done }
  }

  async function answer(request: IncomingMessage, path: string): Promise<Answer> {
    const match = place.exec(path)
    const key = parseIdempotencyKey(String(request.headers['form-key'] ?? ''))
    if (!match || key === null) return none
    const [, id, finishing] = match
    switch (`${request.method} ${id ? 'one' : 'all'}${finishing ? ' finish' : ''}`) {
      case 'GET all':
        return { status: 200, value: { attachments: await attachments.list(key) } }
      case 'POST all':
        return begin(request, key)
      case 'GET one': {
        const found = await attachments.find(key, id ?? '')
        return found ? { status: 200, value: found } : none
      }
      case 'PUT one':
        return put(request, key, id ?? '')
      case 'DELETE one':
        await attachments.remove(key, id ?? '')
        return { status: 200, value: {} }
      case 'POST one finish':
        return finish(key, id ?? '')
      default:
        return { status: 405 }
    }
  }

  return {
    prefix,
    async answer(request, response, path) {
      send(request, response, await answer(request, path).catch(unavailable))
    },
  }
}

function refused(refusal: Refusal): Answer {
  return { status: 422, value: { kind: 'refused', refusal, message: refusals[refusal] } }
}

function unavailable(error: unknown): Answer {
  if (!(error instanceof Unavailable)) throw error
  const { reason, retryAfter } = error
  return { status: 503, value: { kind: reason === 'full' ? 'no-room' : 'busy' }, retryAfter }
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, value, retryAfter }: Answer,
): void {
  const body = JSON.stringify(value ?? {})
  response.statusCode = status
  response.setHeader('Content-Type', 'application/json')
  response.setHeader('Content-Length', Buffer.byteLength(body))
  response.setHeader('Cache-Control', 'no-store')
  if (retryAfter !== undefined) response.setHeader('Retry-After', retryAfter)
  // A body that was not read to its end would be taken for the next request.
  if (!request.complete) response.setHeader('Connection', 'close')
  response.end(body)
}
