import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { PostedFields } from '../../petition/fields/fields.ts'
import { readMultipart } from './multipart.ts'
import type { TakeFile } from './multipart.ts'
import { BodyRefused } from './refusal.ts'

/** Bytes of a form without files. */
const formLimit = 128 * 1024
const fieldLimit = 64

/**
 * Has an app read forms into `PostedFields`: URL-encoded, as a JSON object of strings, or with files
 * as `multipart/form-data`.
 * @param take stores a file while it arrives
 */
export function acceptForms(app: FastifyInstance, take: TakeFile): void {
  const whole = { parseAs: 'string', bodyLimit: formLimit } as const
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    whole,
    async (_: FastifyRequest, body: string) => fieldsOfForm(body),
  )
  app.addContentTypeParser('application/json', whole, async (_: FastifyRequest, body: string) =>
    fieldsOfJson(parseJson(body)),
  )
  app.addContentTypeParser(
    'multipart/form-data',
    async (request: FastifyRequest, payload: FastifyRequest['raw']) =>
      readMultipart(payload, take, request.address),
  )
}

/** Has an app read JSON of at most `bodyLimit` bytes; no bytes are no value. */
export function acceptJson(app: FastifyInstance, bodyLimit: number): void {
  const whole = { parseAs: 'string', bodyLimit } as const
  app.addContentTypeParser('application/json', whole, async (_: FastifyRequest, body: string) =>
    parseJson(body),
  )
}

function parseJson(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    // No cause: the parser's message quotes what it read.
    throw new BodyRefused(400)
  }
}

function fieldsOfForm(text: string): PostedFields {
  // Counted before parsing: a body of separators alone would become a hundred thousand fields.
  let count = 1
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1)) count += 1
  if (count > fieldLimit) throw new BodyRefused(400)
  return firstOfEach(new URLSearchParams(text))
}

function fieldsOfJson(value: unknown): PostedFields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BodyRefused(400)
  }
  const entries = Object.entries(value)
  const sound = entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')
  if (!sound || entries.length > fieldLimit) throw new BodyRefused(400)
  return firstOfEach(entries)
}

function firstOfEach(entries: Iterable<[string, string]>): PostedFields {
  const fields = new Map<string, string>()
  for (const [name, value] of entries) if (!fields.has(name)) fields.set(name, value)
  return fields
}
