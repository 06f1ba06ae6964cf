import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { acknowledgement, channelList, statusUpdate } from '@portal/content/schema/mailbox'
import type { MessagePage, MissedQueries } from '@portal/content/schema/mailbox'
import { receiptNumber } from '@portal/content/schema/receipt'
import { readAccess } from '../../petition/access.ts'
import type { UploadStore } from '../../petition/attachments/ports.ts'
import type { Channels, Mailbox } from '../../petition/ports.ts'
import { Unavailable } from '../../petition/unavailable.ts'
import type { Missing } from './missed-queries.ts'
import { readJson } from '../http/request-body.ts'

const pageLimit = 200
const bodyLimit = 1024 * 1024

type Answer = { status: number; value?: unknown; retryAfter?: number; file?: SealedFile }
type SealedFile = NonNullable<Awaited<ReturnType<UploadStore['sealed']>>>

/**
 * The interface by which the CMS collects messages, pushes statuses and says what it can send by; its
 * shapes are in `content/schema/mailbox.ts`. Whoever holds the token may read sealed messages and replace sealed
 * statuses; nobody else learns even which paths exist.
 */
export function createMailboxInterface(
  mailbox: Mailbox,
  uploads: Pick<UploadStore, 'sealed'>,
  { channels, missing }: { channels: Pick<Channels, 'offer'>; missing: Pick<Missing, 'known'> },
  token: string,
  now: () => Date,
) {
  const expected = digest(`Bearer ${token}`)

  const answer = async (
    request: IncomingMessage,
    path: string,
    search: string,
  ): Promise<Answer> => {
    const given = digest(request.headers.authorization ?? '')
    if (!timingSafeEqual(given, expected)) return { status: 401 }

    if (path === '/mailbox/messages') {
      if (request.method !== 'GET') return { status: 405 }
      return listMessages(mailbox, new URLSearchParams(search))
    }
    if (path === '/mailbox/acknowledgement') {
      if (request.method !== 'POST') return { status: 405 }
      const body = await readJson(request, bodyLimit)
      if (!body.ok) return { status: body.status }
      const parsed = acknowledgement.safeParse(body.value)
      if (!parsed.success) return { status: 400 }
      await mailbox.acknowledge(parsed.data.through, now())
      return { status: 200, value: parsed.data }
    }
    if (path === '/mailbox/channels') {
      if (request.method !== 'PUT') return { status: 405 }
      const body = await readJson(request, bodyLimit)
      if (!body.ok) return { status: body.status }
      const parsed = channelList.safeParse(body.value)
      if (!parsed.success) return { status: 400 }
      await channels.offer(parsed.data.ways)
      return { status: 200, value: parsed.data }
    }
    if (path === '/mailbox/missed-queries') {
      if (request.method !== 'GET') return { status: 405 }
      const queries: MissedQueries['queries'] = await missing.known()
      return { status: 200, value: { queries } }
    }
    const attachment = /^\/mailbox\/attachments\/([0-9a-f-]{36})$/.exec(path)?.[1]
    if (attachment !== undefined) {
      if (request.method !== 'GET') return { status: 405 }
      const found = await uploads.sealed(attachment)
      return found ? { status: 200, file: found } : { status: 404 }
    }
    const number = receiptNumber.safeParse(/^\/mailbox\/statuses\/(\d+)$/.exec(path)?.[1])
    if (!number.success) return { status: 404 }
    if (request.method !== 'PUT') return { status: 405 }
    const body = await readJson(request, bodyLimit)
    if (!body.ok) return { status: body.status }
    const update = statusUpdate.safeParse(body.value)
    if (!update.success) return { status: 400 }
    const { revision, sealed, access } = update.data
    const status = {
      revision,
      sealed: Buffer.from(sealed, 'base64'),
      access: readAccess(access),
    }
    const held = await mailbox.putStatus(number.data, status, now())
    return held === null ? { status: 404 } : { status: 200, value: { revision: held } }
  }

  return async (
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    search: string,
  ): Promise<void> => {
    const { status, value, retryAfter, file } = await answer(request, path, search).catch(
      (error: unknown): Answer => {
        if (!(error instanceof Unavailable)) throw error
        return { status: 503, value: { reason: error.reason }, retryAfter: error.retryAfter }
      },
    )
    response.statusCode = status
    response.setHeader('Cache-Control', 'no-store')
    if (file) return sendSealed(response, file)
    response.setHeader('Content-Type', 'application/json')
    if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer')
    if (retryAfter !== undefined) response.setHeader('Retry-After', retryAfter)
    // A body that was not read to its end would be taken for the next request.
    if (!request.complete) response.setHeader('Connection', 'close')
    response.end(JSON.stringify(value ?? {}))
  }
}

/** Sends a sealed file as it is, part by part: an age file that only the bureau opens. */
async function sendSealed(response: ServerResponse, { bytes, parts }: SealedFile): Promise<void> {
  response.setHeader('Content-Type', 'application/octet-stream')
  response.setHeader('Content-Disposition', 'attachment')
  response.setHeader('Content-Length', bytes)
  await pipeline(Readable.from(parts, { objectMode: false, highWaterMark: 64 * 1024 }), response)
}

async function listMessages(mailbox: Mailbox, query: URLSearchParams): Promise<Answer> {
  const after = Number(query.get('after') ?? 0)
  const limit = Number(query.get('limit') ?? pageLimit)
  if (!Number.isSafeInteger(after) || after < 0) return { status: 400 }
  if (!Number.isSafeInteger(limit) || limit < 1) return { status: 400 }
  const messages = await mailbox.messagesAfter(after, Math.min(limit, pageLimit))
  const page: MessagePage = {
    messages: messages.map(({ sequence, id, number, receivedAt, sealed }) => ({
      sequence,
      id,
      number,
      receivedAt: receivedAt.toISOString(),
      sealed: Buffer.from(sealed).toString('base64'),
    })),
  }
  return { status: 200, value: page }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
