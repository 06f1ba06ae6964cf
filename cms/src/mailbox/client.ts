import { messagePage, type MessagePage, type StatusUpdate } from '@portal/content/schema/mailbox'

/** The mailbox as the CMS sees it: the portal's internal interface. */
export type Mailbox = {
  messagesAfter(sequence: number, limit: number): Promise<MessagePage['messages']>
  acknowledge(through: number): Promise<void>
  putStatus(number: string, update: StatusUpdate): Promise<void>
}

/** The mailbox could not be reached or did not accept a call; worth trying again later. */
export class MailboxError extends Error {
  override name = 'MailboxError'
}

/**
 * Connects to the mailbox.
 * @param endpoint address of the interface, without a trailing slash
 * @param token bearer token that both sides hold
 */
export function connectMailbox(endpoint: string, token: string): Mailbox {
  async function call(method: string, path: string, body?: unknown): Promise<unknown> {
    let response: Response
    try {
      response = await fetch(`${endpoint}/${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
        redirect: 'error',
        signal: AbortSignal.timeout(10_000),
      })
    } catch (cause) {
      throw new MailboxError('信箱没有应答', { cause })
    }
    if (!response.ok) throw new MailboxError(`信箱拒绝了请求（${response.status}）`)
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
  }
}
