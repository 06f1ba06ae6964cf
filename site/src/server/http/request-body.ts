import type { IncomingMessage } from 'node:http'
import { readMultipart } from './multipart.ts'
import type { TakeFile } from './multipart.ts'

/** The fields of a posted form, by name; of a repeated name the first counts. */
export type Fields = ReadonlyMap<string, string>

export type BodyFault = { ok: false; status: 400 | 413 | 415 | 503 }
export type FormBody = { ok: true; fields: Fields } | BodyFault
export type JsonBody = { ok: true; value: unknown } | BodyFault

export const formLimit = 128 * 1024
const fieldLimit = 64

/**
 * Reads a form, URL-encoded or as a JSON object of strings, or with files as `multipart/form-data`.
 * @param take stores a file while it arrives
 * @param address whose form it is, for the limits
 */
export async function readForm(
  request: IncomingMessage,
  take: TakeFile,
  address: string,
): Promise<FormBody> {
  const type = mediaType(request)
  if (type === 'multipart/form-data') return readMultipart(request, take, address)
  if (type === 'application/json') {
    const body = await readJson(request, formLimit)
    return body.ok ? fieldsOfJson(body.value) : body
  }
  if (type !== 'application/x-www-form-urlencoded') return { ok: false, status: 415 }
  const body = await readBytes(request, formLimit)
  return body.ok ? fieldsOfForm(body.bytes.toString('utf8')) : body
}

/** Reads bytes as they are, at most `limit`. */
export async function readOctets(
  request: IncomingMessage,
  limit: number,
): Promise<{ ok: true; bytes: Buffer } | BodyFault> {
  if (mediaType(request) !== 'application/octet-stream') return { ok: false, status: 415 }
  return readBytes(request, limit)
}

/** Reads a JSON value of at most `limit` bytes. */
export async function readJson(request: IncomingMessage, limit: number): Promise<JsonBody> {
  if (mediaType(request) !== 'application/json') return { ok: false, status: 415 }
  const body = await readBytes(request, limit)
  if (!body.ok) return body
  try {
    return { ok: true, value: JSON.parse(body.bytes.toString('utf8')) }
  } catch {
    return { ok: false, status: 400 }
  }
}

function fieldsOfForm(text: string): FormBody {
  // Counted before parsing: a body of separators alone would become a hundred thousand fields.
  let count = 1
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1)) count += 1
  if (count > fieldLimit) return { ok: false, status: 400 }
  return { ok: true, fields: firstOfEach(new URLSearchParams(text)) }
}

function fieldsOfJson(value: unknown): FormBody {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { ok: false, status: 400 }
  }
  const entries = Object.entries(value)
  const sound = entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')
  if (!sound || entries.length > fieldLimit) return { ok: false, status: 400 }
  return { ok: true, fields: firstOfEach(entries) }
}

function firstOfEach(entries: Iterable<[string, string]>): Fields {
  const fields = new Map<string, string>()
  for (const [name, value] of entries) if (!fields.has(name)) fields.set(name, value)
  return fields
}

function mediaType({ headers }: IncomingMessage): string {
  const encoding = headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity') return 'compressed'
  return (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
}

async function readBytes(
  request: IncomingMessage,
  limit: number,
): Promise<{ ok: true; bytes: Buffer } | BodyFault> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return { ok: false, status: 413 }
  const chunks: Buffer[] = []
  let size = 0
  // The connection must outlive the loop: the refusal is still to be sent over it.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length
    if (size > limit) return { ok: false, status: 413 }
    chunks.push(chunk)
  }
  return { ok: true, bytes: Buffer.concat(chunks) }
}
