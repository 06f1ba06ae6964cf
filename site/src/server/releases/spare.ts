import type { IncomingMessage } from 'node:http'
import { answerOf, typedFields } from '../../petition-form/submission-response.ts'
import { attachmentsField } from '../../petition/attachments/listed.ts'
import { newIdempotencyKey } from '../../petition/idempotency-key.ts'
import { acceptsGzip } from '../http/compression.ts'
import type { Render, Rendered } from './renderer.ts'
import { patchedGzip } from './patched-gzip.ts'
import type { Petitions } from '../endpoints/petitions.ts'

/** A blank page as it is the same for everybody, and what stands between the form keys in it. */
type Blank = { rendered: Rendered; parts: Buffer[]; zip: (key: Buffer) => Buffer }

const form = /\/petition\/(?:\?|$)/
/** Without a query: that may choose something beforehand. */
const blankPages = /\/petition\/(?:track\/)?$/

/**
 * A release's renderer, spared what needs no rendering: a petition that the page's script posts is
 * answered as data, and blank forms, which differ only in their key, are rendered once for each set of
 * ways that they offer.
 */
export function spare(render: Render): Render {
  const blanks = new Map<string, Blank>()
  return async (request, locals) => {
    const { petitions } = locals
    const { method, url = '' } = request
    if (petitions.posted) {
      return form.test(url) && wantsData(request)
        ? fileAsData(petitions, petitions.posted)
        : render(request, locals)
    }
    if (!blankPages.test(url)) return render(request, locals)
    const ways = form.test(url) ? await petitions.offeredWays() : []
    const name = `${url} ${ways.toSorted().join()}`
    const known = blanks.get(name)
    if (known) return fill(known, request, petitions.newKey)
    if (method !== 'GET') return render(request, locals)

    const key = newIdempotencyKey()
    const rendered = await render(request, {
      ...locals,
      petitions: { ...petitions, newKey: () => key, offeredWays: async () => ways },
    })
    if (rendered?.status !== 200) return rendered
    const parts = split(rendered.body, key)
    const blank = { rendered, parts, zip: patchedGzip(parts) }
    blanks.set(name, blank)
    return fill(blank, request, petitions.newKey)
  }
}

/** Files what was posted and answers as the page would, for a script. */
async function fileAsData(
  petitions: Petitions,
  posted: NonNullable<Petitions['posted']>,
): Promise<Rendered> {
  const submission = await petitions.submit(
    typedFields(posted),
    posted.get('key') ?? '',
    posted.get(attachmentsField) ?? '',
  )
  const { answer, status } = answerOf(submission, petitions.newKey)
  return {
    status,
    headers: {
      'content-type': 'application/json',
      ...('retryAfter' in answer && { 'retry-after': String(answer.retryAfter) }),
    },
    body: Buffer.from(JSON.stringify(answer)),
  }
}

function wantsData({ headers }: IncomingMessage): boolean {
  return headers.accept?.includes('application/json') ?? false
}

function split(body: Buffer, key: string): Buffer[] {
  const parts: Buffer[] = []
  let start = 0
  for (let at = body.indexOf(key); at !== -1; at = body.indexOf(key, start)) {
    parts.push(body.subarray(start, at))
    start = at + key.length
  }
  return [...parts, body.subarray(start)]
}

/** The page for one more reader, with a key of its own; compressed where the reader takes it. */
function fill(
  { rendered, parts, zip }: Blank,
  request: IncomingMessage,
  newKey: () => string,
): Rendered {
  const key = Buffer.from(newKey())
  if (acceptsGzip(request)) {
    return {
      ...rendered,
      headers: { ...rendered.headers, 'content-encoding': 'gzip' },
      body: zip(key),
    }
  }
  const whole = parts.flatMap((part, index) => (index === 0 ? [part] : [key, part]))
  return { ...rendered, body: Buffer.concat(whole) }
}
