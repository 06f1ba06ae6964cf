import { promisify } from 'node:util'
import { constants, inflate as inflateWithCallback } from 'node:zlib'
import { beforePdf } from '../identify.ts'
import { hasArchiveEnd, hasMarkup, isPolyglot } from '../polyglot.ts'
import type { Refusal } from '../refusal.ts'
import type { Decrypt } from './decrypt.ts'
import { mostUnpacked } from './limits.ts'

const inflate = promisify(inflateWithCallback)

const mostStreams = 5_000

/** A name as it stands in a PDF: every letter of it may also be written `#6a` (ISO 32000-1, 7.3.5). */
function nameOf(word: string): string {
  const letters = Array.from(word, (letter) => {
    const code = letter.charCodeAt(0).toString(16)
    return `(?:${letter}|#${code.replace(/[a-f]/, (digit) => `[${digit}${digit.toUpperCase()}]`)})`
  })
  return `/${letters.join('')}(?![A-Za-z0-9#])`
}
const anyOf = (words: string[]) => new RegExp(words.map(nameOf).join('|'))

const encrypted = anyOf(['Encrypt'])
/** Long enough not to come up by chance among packed bytes. */
const active = anyOf([
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'RichMedia',
  'Rendition',
  'ImportData',
  'SubmitForm',
])
/** Looked for outside streams only. */
const activeShort = anyOf(['JS', 'XFA'])

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
  const outside = outsideOf(text, streams)
  if (active.test(text) || activeShort.test(outside)) return 'active'
  if (streams.length > mostStreams) return 'bomb'
  let unpacked = 0
  for (const { from, to, dictionary } of streams) {
    if (/\/Image\b/.test(dictionary) && !/ObjStm/.test(dictionary)) continue
    const content = await unpack(bytes.subarray(from, to))
    if (content === 'bomb') return 'bomb'
    if (content === null) {
      // Packed in another way than programs pack objects: they could not be seen.
      if (/ObjStm/.test(dictionary) && /Filter/.test(dictionary)) return 'active'
      continue
    }
    unpacked += content.length
    if (unpacked > mostUnpacked.all) return 'bomb'
    const inner = content.toString('latin1')
    if (active.test(inner) || (/ObjStm/.test(dictionary) && activeShort.test(inner)))
      return 'active'
  }
  return null
}

/** Without the zeros and blanks that copying from disks and machines leaves behind. */
function withoutPadding(bytes: Buffer): Buffer {
  const isPadding = (byte = 1) => byte === 0 || byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)
  let end = bytes.length
  while (end > 0 && isPadding(bytes[end - 1])) end -= 1
  return bytes.subarray(0, end)
}

type Stream = { from: number; to: number; dictionary: string }

function streamsOf(text: string): Stream[] {
  const streams: Stream[] = []
  const opening = />>\s*stream\r?\n/g
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const from = opening.lastIndex
    const found = text.indexOf('endstream', from)
    const to = found === -1 ? text.length : found
    const start = Math.max(text.lastIndexOf(' obj', match.index), match.index - 4096)
    streams.push({ from, to, dictionary: text.slice(Math.max(0, start), match.index) })
    opening.lastIndex = to
  }
  return streams
}

function outsideOf(text: string, streams: Stream[]): string {
  const parts: string[] = []
  let at = 0
  for (const { from, to } of streams) {
    parts.push(text.slice(at, from))
    at = to
  }
  return [...parts, text.slice(at)].join('\n')
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
