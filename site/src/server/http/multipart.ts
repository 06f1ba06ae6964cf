import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { Busboy } from '@fastify/busboy'
import { attachmentLimits } from '../../petition/attachments/limits.ts'
import { attachmentsField, statedFiles } from '../../petition/attachments/listed.ts'
import { parseIdempotencyKey } from '../../petition/submit/idempotency-key.ts'
import type { PostedFields } from '../../petition/fields/fields.ts'
import { Unavailable } from '../../petition/unavailable.ts'
import { limitConcurrencyPerAddress } from '../limits/concurrency-per-address.ts'
import { BodyRefused } from './body-refused.ts'
import { extendDeadline } from './deadline.ts'

/**
 * Takes a file of a form while it arrives. False where the form has brought more than it may.
 * @throws Unavailable
 */
export type TakeFile = (
  file: { address: string; key: string; name: string },
  content: AsyncIterable<Uint8Array>,
) => Promise<boolean>

const fieldLimit = 64
/** More than a form may bring, for those that are refused do not count among them. */
const fileLimit = 4 * attachmentLimits.files
const fieldBytes = 64 * 1024
/** Boundaries and headers of the parts, and the fields. */
const besidesFiles = 512 * 1024
/** A hundred megabytes at the speed of a slow telephone line in town. */
const timeoutMs = 600_000
/** Whoever comes without a script sends everything at once and may take minutes; a lift or a call 15 s. */
const concurrency = limitConcurrencyPerAddress({ all: 40, each: 8, still: 15_000 })

/**
 * Reads a form with files, as browsers without a script send it. Files are stored while they arrive;
 * the form's key must stand before them. What could not be stored is said in the field of
 * attachments, so that nothing else of the form is lost.
 * @throws BodyRefused
 */
export async function readMultipart(
  request: IncomingMessage,
  take: TakeFile,
  address: string,
): Promise<PostedFields> {
  const most = attachmentLimits.all + besidesFiles
  if (Number(request.headers['content-length'] ?? 0) > most) throw new BodyRefused(413)
  try {
    const giveWay = () => extendDeadline(request, 0)
    return await concurrency.run(address, giveWay, ({ moved }) => {
      extendDeadline(request, timeoutMs)
      return parse(request, take, { most, address, moved })
    })
  } catch (error) {
    throw error instanceof Unavailable ? new BodyRefused(503) : error
  }
}

async function parse(
  request: IncomingMessage,
  take: TakeFile,
  { most, address, moved }: { most: number; address: string; moved: () => void },
): Promise<PostedFields> {
  const fields = new Map<string, string>()
  let stated: string | null = null
  let storing = Promise.resolve()
  let size = 0
  const arriving = new Set<Readable>()
  const parser = openParser(request)
  if (!parser) throw new BodyRefused(400)
  const stop = (status: 400 | 413) => void parser.destroy(new BodyRefused(status))

  parser.on('field', (name, value, nameCut, valueCut, _encoding, type) => {
    if (nameCut || isNested(type)) return stop(400)
    if (valueCut) return stop(413)
    if (!fields.has(name)) fields.set(name, value)
  })
  for (const limit of ['partsLimit', 'fieldsLimit'] as const) parser.on(limit, () => stop(400))
  parser.on('filesLimit', () => (stated = statedFiles.tooMany))
  parser.on('file', (_field, content, name, _encoding, type) => {
    if (isNested(type)) stop(400)
    const key = parseIdempotencyKey(fields.get('key') ?? '')
    const isFile = name !== undefined && name !== ''
    const wanted = key !== null && isFile
    // No browser sends files before the fields that stand above them; whoever does is told.
    if (isFile && key === null) stated ??= statedFiles.unstored
    arriving.add(content)
    content.on('error', () => {}).once('close', () => arriving.delete(content))
    if (!wanted || stated !== null) {
      content.resume()
      return
    }
    storing = storing.then(async () => {
      try {
        const taken = await take(
          { address, key, name },
          content.iterator({ destroyOnReturn: false }),
        )
        if (!taken) stated = statedFiles.tooMany
      } catch (error) {
        if (!(error instanceof Unavailable)) return void parser.destroy(error as Error)
        stated = statedFiles.unstored
      } finally {
        // What is not stored is read away: the parser goes on only behind it.
        content.resume()
      }
    })
  })
  const failed = new Promise<never>((_, reject) => parser.once('error', reject))
  failed.catch(() => {})
  try {
    // The connection must outlive the loop: a refusal is still to be sent over it.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      moved()
      size += chunk.length
      if (size > most) stop(413)
      else if (!parser.write(chunk)) await Promise.race([once(parser, 'drain'), failed])
      if (parser.destroyed) break
    }
    if (!parser.destroyed) parser.end()
    await Promise.race([once(parser, 'finish'), failed])
  } catch (error) {
    for (const content of arriving) content.destroy(error as Error)
    await storing
    if (error instanceof BodyRefused) throw error
    if (!request.complete && request.destroyed) throw error
    // Whatever else stops the parser is about what it was given.
    throw new BodyRefused(400)
  }
  await storing
  if (stated !== null) fields.set(attachmentsField, stated)
  return fields
}

/** A part that is itself made of parts: no browser sends one any more (RFC 7578, 4.3). */
function isNested(type: string): boolean {
  return /^multipart\//i.test(type)
}

function openParser({ headers }: IncomingMessage): InstanceType<typeof Busboy> | null {
  try {
    return new Busboy({
      headers: { ...headers, 'content-type': headers['content-type'] ?? '' },
      limits: {
        fieldNameSize: 100,
        fieldSize: fieldBytes,
        fields: fieldLimit,
        fileSize: attachmentLimits.media + 1,
        files: fileLimit,
        parts: fieldLimit + fileLimit,
        headerPairs: 20,
        headerSize: 8 * 1024,
      },
    })
  } catch {
    return null
  }
}
