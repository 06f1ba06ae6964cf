import { promisify } from 'node:util'
import { constants, inflate as inflateWithCallback } from 'node:zlib'
import { beforePdf } from '../../../files/kind.ts'
import { hasArchiveEnd, hasMarkup, isPolyglot } from '../polyglot.ts'
import type { Refusal } from '../../refusal.ts'
import type { Decrypt } from './decrypt.ts'
import { holdsOnlyXml } from './embedded.ts'
import { mostUnpacked } from '../limits.ts'
import { anyOf } from './names.ts'
import { outsideOf, streamsOf, type Stream } from './streams.ts'

const inflate = promisify(inflateWithCallback)

const mostStreams = 5_000

const encrypted = anyOf(['Encrypt'])
/** Long enough not to come up by chance among packed bytes. */
const active = anyOf(['JavaScript', 'Launch', 'RichMedia', 'Rendition', 'ImportData', 'SubmitForm'])
/** Looked for outside streams only. */
const activeShort = anyOf(['JS', 'XFA'])
const embedded = anyOf(['EmbeddedFile', 'EmbeddedFiles', 'FileAttachment'])
/** Looked for outside streams only: files in it, files beside those, ways to go into one. */
const embeddedShort = anyOf(['EF'])
const embeddedMore = anyOf(['RF', 'GoToE'])

/**
 * Looks for what makes a PDF do more than be read: scripts, programs, files in it, forms that send.
 * Objects may be packed into streams, so these are unpacked, within bounds. What is encrypted but opens
 * without a password, as with rights that an owner keeps, is looked into as it reads then.
 */
export async function checkPdf(bytes: Buffer, decrypt: Decrypt): Promise<Refusal | null> {
  const text = bytes.toString('latin1')
  if (!beforePdf.test(text)) return 'mixed'
  const end = text.lastIndexOf('%%EOF')
  const behind = withoutPadding(bytes.subarray(end + '%%EOF'.length))
  if (end === -1 || behind.length > 1024) return 'damaged'
  if (isPolyglot(behind) || hasArchiveEnd(bytes)) return 'mixed'
  const outside = outsideOf(text, streamsOf(text))
  if (hasMarkup(Buffer.from(outside, 'latin1'))) return 'mixed'
  if (!encrypted.test(outside)) return checkObjects(bytes)
  const decrypted = await decrypt(bytes)
  return decrypted.ok ? checkObjects(decrypted.bytes) : decrypted.refusal
}

async function checkObjects(bytes: Buffer): Promise<Refusal | null> {
  const text = bytes.toString('latin1')
  const streams = streamsOf(text)
  let objects = outsideOf(text, streams)
  if (active.test(text) || activeShort.test(objects)) return 'active'
  if (streams.length > mostStreams) return 'bomb'
  let unpacked = 0
  const contents: (Stream & { content: Buffer | null })[] = []
  for (const stream of streams) {
    const { from, to, dictionary } = stream
    const packsObjects = /ObjStm/.test(dictionary)
    if (/\/Image\b/.test(dictionary) && !packsObjects) {
      contents.push({ ...stream, content: null })
      continue
    }
    const content = await unpack(bytes.subarray(from, to))
    if (content === 'bomb') return 'bomb'
    const plain = /Filter/.test(dictionary) ? null : bytes.subarray(from, to)
    contents.push({ ...stream, content: content ?? plain })
    if (content === null) {
      // Packed in another way than programs pack objects: they could not be seen.
      if (packsObjects && plain === null) return 'active'
      if (packsObjects && plain) objects += `\n${plain.toString('latin1')}`
      continue
    }
    unpacked += content.length
    if (unpacked > mostUnpacked.all) return 'bomb'
    const inner = content.toString('latin1')
    if (active.test(inner) || (packsObjects && activeShort.test(inner))) return 'active'
    if (packsObjects) objects += `\n${inner}`
    else if (embedded.test(inner)) return 'active'
  }
  if (!embedded.test(text) && !embedded.test(objects) && !embeddedShort.test(objects)) return null
  return !embeddedMore.test(objects) && holdsOnlyXml(objects, contents) ? null : 'active'
}

/** Without the zeros and blanks that copying from disks and machines leaves behind. */
function withoutPadding(bytes: Buffer): Buffer {
  const isPadding = (byte = 1) => byte === 0 || byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)
  let end = bytes.length
  while (end > 0 && isPadding(bytes[end - 1])) end -= 1
  return bytes.subarray(0, end)
}

/** What a stream unpacks to; `null` where it is not packed by Flate. */
async function unpack(packed: Buffer): Promise<Buffer | 'bomb' | null> {
  if (packed.length < 2 || ((packed[0] ?? 0) & 0x0f) !== 8) return null
  if (packed.readUInt16BE(0) % 31 !== 0) return null
  try {
    // A stream that breaks off still shows what it holds up to there.
    const finishFlush = constants.Z_SYNC_FLUSH
    return await inflate(packed, { maxOutputLength: mostUnpacked.stream, finishFlush })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : null
  }
}
