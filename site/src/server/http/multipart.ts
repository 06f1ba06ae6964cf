import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { Busboy } from '@fastify/busboy'
import { attachmentLimits } from '@portal/content/attachments/limits'
import {
  attachmentsField,
  statedFiles,
  unkeptField,
} from '../../petition/attachments/attachment-view.ts'
import { cleanName } from '@portal/content/attachments/name'
import { parseIdempotencyKey } from '../../petition/submit/idempotency-key.ts'
import type { PostedFields } from '../../petition/fields/fields.ts'
import { Unavailable } from '../../petition/failures.ts'
import { limitConcurrencyPerAddress } from '../limits/concurrency-per-address.ts'
import { extendReceiveTimeout } from './receive-timeout.ts'
import { BodyRefused } from './refusal.ts'

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
/** Those beyond are read away and named; still more are not even that. */
const namedLimit = 2 * fileLimit
const fieldBytes = 64 * 1024
/** Boundaries and headers of the parts, and the fields. */
const besidesFiles = 512 * 1024
/** Of a form with more files than it may bring the words are still read, up to here; no telephone films more. */
const absurd = 4 * 1024 ** 3
/** A hundred megabytes at the speed of a slow telephone line in town. */
const timeoutMs = 600_000
/** Whoever comes without a script sends everything at once and may take minutes; a lift or a call 15 s. */
const concurrency = limitConcurrencyPerAddress({ all: 40, each: 8, still: 15_000 })

/**
 * Reads a form with files, as browsers without a script send it. Files are stored while they arrive;
 * the form's key must stand before them. Which could not be stored, and why, is said in fields of the form, so
 * that nothing else of it is lost. Of one that is too long the fields are read that stand before its files.
 * @throws BodyRefused
 */
export async function readMultipart(
  request: IncomingMessage,
  take: TakeFile,
  address: string,
): Promise<PostedFields> {
  const most = attachmentLimits.all + besidesFiles
  const length = Number(request.headers['content-length'] ?? 0)
  if (length > absurd) throw new BodyRefused(413)
  try {
    const giveWay = () => extendReceiveTimeout(request, 0)
    return await concurrency.run(address, giveWay, ({ moved }) => {
      extendReceiveTimeout(request, timeoutMs)
      return parse(request, take, { most, address, moved, isTooLong: length > most })
    })
  } catch (error) {
    throw error instanceof Unavailable ? new BodyRefused(503) : error
  }
}

type Reading = { most: number; address: string; moved: () => void; isTooLong: boolean }

async function parse(
  request: IncomingMessage,
  take: TakeFile,
  { most, address, moved, isTooLong }: Reading,
): Promise<PostedFields> {
  const fields = new Map<string, string>()
  let stated: string | null = null
  const unkept: string[] = []
  let brought = 0
  let storing = Promise.resolve()
  let size = 0
  const arriving = new Set<Readable>()
  const longest = isTooLong ? besidesFiles : most
  let isEnough = false
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
    if (isFile && (isTooLong || ++brought > fileLimit)) stated = statedFiles.tooMany
    isEnough ||= isTooLong && isFile
    arriving.add(content)
    content.on('error', () => {}).once('close', () => arriving.delete(content))
    if (!wanted || stated !== null) {
      if (isFile) unkept.push(cleanName(name))
      content.resume()
      return
    }
    storing = storing.then(async () => {
      try {
        const taken = await take(
          { address, key, name },
          content.iterator({ destroyOnReturn: false }),
        )
        if (taken) return
        unkept.push(cleanName(name))
        stated = statedFiles.tooMany
      } catch (error) {
        if (!(error instanceof Unavailable)) return void parser.destroy(error as Error)
        unkept.push(cleanName(name))
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
      if (size > longest && !isEnough) stop(413)
      else if (!parser.write(chunk) && !isEnough)
        await Promise.race([once(parser, 'drain'), failed])
      if (parser.destroyed || isEnough) break
    }
    if (isEnough && !parser.destroyed) parser.destroy()
    else {
      if (!parser.destroyed) parser.end()
      await Promise.race([once(parser, 'finish'), failed])
    }
  } catch (error) {
    for (const content of arriving) content.destroy(error as Error)
    await storing
    if (error instanceof BodyRefused) throw error
    if (!request.complete && request.destroyed) throw error
    // Whatever else stops the parser is about what it was given.
    throw new BodyRefused(400)
  }
  await storing
  fields.delete(unkeptField)
  if (stated !== null) {
    fields.set(attachmentsField, stated)
    fields.set(unkeptField, unkept.join('\n'))
  }
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
        files: namedLimit,
        parts: fieldLimit + namedLimit,
        headerPairs: 20,
        headerSize: 8 * 1024,
      },
    })
  } catch {
    return null
  }
}
