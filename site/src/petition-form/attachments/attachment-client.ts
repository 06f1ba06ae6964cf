// Not tus (tus-js-client and @tus/server were tried): its client weighs 22 KB compressed, half of what the petition
// page may send, and its store appends to a file in the clear, while each part here is sealed before it is kept.
import { address } from '../../layouts/address.ts'
import { timedRequest } from '../timed-request.ts'
import type { AttachmentView } from '../../petition/attachments/attachment-view.ts'

/** What the server says to a step of an upload. */
export type UploadReply =
  | { kind: 'held'; listed: AttachmentView }
  /** `twin`: it is one that the form has. */
  | { kind: 'refused'; message: string; twin?: boolean }
  /** The file is not there, or is another form's. */
  | { kind: 'gone' }
  /** Not now: after so many seconds. `full`: there is no room for files at all. */
  | { kind: 'later'; seconds: number; full: boolean }
  | { kind: 'offline' }
  | { kind: 'failed' }

/** The server's side of uploads, for one form's key. */
export type UploadClient = {
  list(): Promise<AttachmentView[] | null>
  begin(file: { id: string; name: string; size: number }): Promise<UploadReply>
  put(id: string, offset: number, part: Blob): Promise<UploadReply>
  finish(id: string): Promise<UploadReply>
  remove(id: string): Promise<void>
}

/** A part of 256 KB on a bad line; a file that is checked. */
const timeoutMs = 90_000

/** Talks to the server. The key goes in a header: addresses end up in logs. */
export function createUploadClient(key: string): UploadClient {
  const ask = <T>(
    method: string,
    path: string,
    read: (response: Response) => Promise<T>,
    body?: Blob | object,
    offset = 0,
  ) => {
    const octets = body instanceof Blob
    const headers = {
      'Form-Key': key,
      ...(octets && {
        'Content-Type': 'application/octet-stream',
        'Upload-Offset': String(offset),
      }),
      ...(!octets && body && { 'Content-Type': 'application/json' }),
    }
    const init = { method, headers, ...(body && { body: octets ? body : JSON.stringify(body) }) }
    return timedRequest(address(`/petition/attachments/${path}`), init, timeoutMs, read)
  }
  const step = async (method: string, path: string, body: Blob | object, offset = 0) =>
    (await ask(method, path, replyOf, body, offset)) ?? ({ kind: 'offline' } as const)
  return {
    list: () =>
      ask('GET', '', async (response) => {
        if (!response.ok) return null
        const { attachments } = (await response.json()) as { attachments: AttachmentView[] }
        return attachments
      }),
    begin: (file) => step('POST', '', file),
    put: (id, offset, part) => step('PUT', id, part, offset),
    finish: (id) => step('POST', `${id}/finish`, {}),
    async remove(id) {
      await ask('DELETE', id, async () => null)
    },
  }
}

/** @throws where an answer that says yes breaks off: what it said of the file is not known */
async function replyOf(response: Response): Promise<UploadReply> {
  const unreadable = (error: unknown) => (response.ok ? Promise.reject(error) : {})
  const value = (await response.json().catch(unreadable)) as AttachmentView & {
    kind?: string
    message?: string
    refusal?: string
  }
  switch (response.status) {
    case 200:
    case 201:
    case 409:
      return { kind: 'held', listed: value }
    case 404:
      return { kind: 'gone' }
    case 422:
      return { kind: 'refused', message: value.message ?? '', twin: value.refusal === 'twin' }
    case 408:
      return { kind: 'offline' }
    case 429:
    case 503: {
      const seconds = Number(response.headers.get('Retry-After') ?? 10)
      return { kind: 'later', seconds, full: value.kind === 'no-room' }
    }
    default:
      return { kind: 'failed' }
  }
}
