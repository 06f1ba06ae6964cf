import { heldReplyFiles } from '@portal/content/schema/mailbox/reply-file'
import {
  messagePage,
  missedQueries,
  type ChannelList,
  type MessagePage,
  type MissedQueries,
  type StatusUpdate,
} from '@portal/content/schema/mailbox/mailbox'

/** The mailbox as the CMS sees it: the portal's internal interface. */
export type MailboxClient = {
  messagesAfter(sequence: number, limit: number): Promise<MessagePage['messages']>
  acknowledge(through: number): Promise<void>
  putStatus(number: string, update: StatusUpdate): Promise<void>
  /** Says by which ways petitioners can be told; the portal's form offers no other. */
  /** The files of a case's replies that are there whole. */
  replyFiles(number: string): Promise<string[]>
  /** Brings a sealed file of a reply. */
  putReplyFile(number: string, id: string, sealed: Uint8Array): Promise<void>
  putChannels(ways: ChannelList['ways']): Promise<void>
  /** What was sought on the portal often enough and not found. */
  missedQueries(): Promise<MissedQueries['queries']>
  /** The sealed file in pieces, or null where there is none; a break on the way throws as well. */
  attachment(id: string): Promise<AsyncIterable<Uint8Array> | null>
}

/** The mailbox could not be reached or did not accept a call; worth trying again later. */
export class MailboxError extends Error {
  override name = 'MailboxError'
  /** Whether what was sent is at fault: another message may well be accepted. */
  isOfContent = false
}

function refused(status: number): MailboxError {
  const error = new MailboxError(`信箱拒绝了请求（${status}）`)
  error.isOfContent = status === 400 || status === 413
  return error
}

const timeoutMs = 10_000

/** The pieces of a body; each must come within the time that a whole answer has. */
async function* pieces(body: ReadableStream<Uint8Array>, abort: AbortController) {
  const reader = body.getReader()
  try {
    for (;;) {
      const timer = setTimeout(() => abort.abort(), timeoutMs)
      const { done, value } = await reader.read().finally(() => clearTimeout(timer))
      if (done) return
      yield value
    }
  } catch (cause) {
    throw new MailboxError('信箱的附件没有传完', { cause })
  } finally {
    abort.abort()
  }
}

/**
 * Connects to the mailbox.
 * @param endpoint address of the interface, without a trailing slash
 * @param token bearer token that both sides hold
 */
export function connectMailbox(endpoint: string, token: string): MailboxClient {
  async function send(
    method: string,
    path: string,
    signal: AbortSignal,
    body?: unknown,
  ): Promise<Response> {
    const isFile = body instanceof Uint8Array
    try {
      return await fetch(`${endpoint}/${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body
            ? { 'content-type': isFile ? 'application/octet-stream' : 'application/json' }
            : {}),
        },
        ...(body ? { body: isFile ? Buffer.from(body) : JSON.stringify(body) } : {}),
        redirect: 'error',
        signal,
      })
    } catch (cause) {
      throw new MailboxError('信箱没有应答', { cause })
    }
  }

  /** About files of a reply. A portal that does not know them, or this one, is no reason to keep others waiting. */
  async function callFiles(method: string, path: string, file?: Uint8Array): Promise<unknown> {
    const megabytes = Math.ceil((file?.length ?? 0) / 1024 / 1024)
    const signal = AbortSignal.timeout(timeoutMs * (1 + megabytes))
    const response = await send(method, `reply-files/${path}`, signal, file)
    if (response.ok) return response.json()
    const error = refused(response.status)
    if ([404, 405, 411, 415].includes(response.status)) error.isOfContent = true
    throw error
  }

  async function call(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await send(method, path, AbortSignal.timeout(timeoutMs), body)
    if (!response.ok) throw refused(response.status)
    return response.status === 204 ? undefined : response.json()
  }

  return {
    async messagesAfter(sequence, limit) {
      const page = await call('GET', `messages?after=${sequence}&limit=${limit}`)
      return messagePage.parse(page).messages
    },
    async acknowledge(through) {
      await call('POST', 'acknowledgement', { through })
    },
    async putStatus(number, update) {
      await call('PUT', `statuses/${number}`, update)
    },
    async replyFiles(number) {
      return heldReplyFiles.parse(await callFiles('GET', number)).files
    },
    async putReplyFile(number, id, sealed) {
      await callFiles('PUT', `${number}/${id}`, sealed)
    },
    async putChannels(ways) {
      const list: ChannelList = { ways }
      await call('PUT', 'channels', list)
    },
    async missedQueries() {
      return missedQueries.parse(await call('GET', 'missed-queries')).queries
    },
    async attachment(id) {
      const abort = new AbortController()
      const timer = setTimeout(() => abort.abort(), timeoutMs)
      const response = await send('GET', `attachments/${id}`, abort.signal).finally(() =>
        clearTimeout(timer),
      )
      if (response.ok && response.body) return pieces(response.body, abort)
      abort.abort()
      if (response.status === 404) return null
      throw refused(response.status)
    },
  }
}
