import { fileTypeFromBuffer } from 'file-type'
import { namedOf } from './refused-kinds.ts'
import type { Refusal } from '../refusal.ts'

/** What a file is, by its content. `family` says how it is looked into. */
export type Kind = {
  type: string
  extension: string
  family: 'picture' | 'pdf' | 'office' | 'media'
}

/** Bytes at a file's beginning that decide what it is. */
export const headLength = 64 * 1024

const picture = (type: string, extension: string): Kind => ({ type, extension, family: 'picture' })
const media = (type: string, extension: string): Kind => ({ type, extension, family: 'media' })

const pdf: Kind = { type: 'application/pdf', extension: 'pdf', family: 'pdf' }

/** What is taken, by the extension under which file-type knows it. */
const taken = new Map<string, Kind>([
  ['jpg', picture('image/jpeg', 'jpg')],
  ['png', picture('image/png', 'png')],
  ['apng', picture('image/png', 'png')],
  ['webp', picture('image/webp', 'webp')],
  ['gif', picture('image/gif', 'gif')],
  ['avif', picture('image/avif', 'avif')],
  ['pdf', pdf],
  ['m4a', media('audio/mp4', 'm4a')],
  ['m4b', media('audio/mp4', 'm4a')],
  ['mp3', media('audio/mpeg', 'mp3')],
  ['mp2', media('audio/mpeg', 'mp2')],
  ['aac', media('audio/aac', 'aac')],
  ['wav', media('audio/wav', 'wav')],
  ['amr', media('audio/amr', 'amr')],
  ['mp4', media('video/mp4', 'mp4')],
  ['m4v', media('video/mp4', 'mp4')],
  ['mov', media('video/quicktime', 'mov')],
  ['3gp', media('video/3gpp', '3gp')],
  ['3g2', media('video/3gpp2', '3g2')],
  ['webm', media('video/webm', 'webm')],
])

const archives =
  /^(?:zip|rar|7z|gz|tar\.gz|bz2|xz|zst|lz|lz4|lzh|Z|tar|cab|ace|arj|ar|cpio|iso|dmg)$/
const programs = /^(?:exe|elf|macho|class|deb|rpm|crx|wasm|lnk|swf|dex|chm|sqlite|nes|xpi|jar|apk)$/

/** Recordings that begin as nothing else does, and one of them as a script does. */
const signs: [RegExp, Kind | Refusal][] = [
  [/^#!AMR/, media('audio/amr', 'amr')],
  [/^\x02?#!SILK/, 'silk'],
  [/^caff\0/, 'caf'],
  [/^\.snd\0/, 'au'],
  [/^(?:\x02dss|\x03ds2)/, 'recorder'],
]

/** What may stand in front of a PDF: what programs and copying leave behind, and nothing else. */
export const beforePdf = /^(?:\xef\xbb\xbf)?[\s\0]{0,1000}(?=%PDF-)/

/** Says what a file is by its first bytes (all of them, where it is shorter than `headLength`). */
export async function identify(
  head: Uint8Array,
): Promise<{ ok: true; kind: Kind } | { ok: false; refusal: Refusal }> {
  const refuse = (refusal: Refusal) => ({ ok: false, refusal }) as const
  const text = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1')
  const [, sign] = signs.find(([pattern]) => pattern.test(text)) ?? []
  if (sign) return typeof sign === 'string' ? refuse(sign) : { ok: true, kind: sign }
  // Looked into here and not by the library, which unpacks to see what is inside.
  if (text.startsWith('PK\x03\x04')) {
    const kind: Kind = { type: 'application/zip', extension: 'zip', family: 'office' }
    return { ok: true, kind }
  }
  if (beforePdf.test(text)) return { ok: true, kind: pdf }
  if (/^(?:\x1f\x8b|PK[\x05-\x08])/.test(text)) return refuse('archive')
  if (text.startsWith('\xd0\xcf\x11\xe0')) return refuse(compound(text))
  if (/^(?:MZ|#!|\x7fELF)/.test(text)) return refuse('program')
  if (isMarkup(text)) return refuse('page')
  const found = await fileTypeFromBuffer(head)
  const extension = found?.ext ?? ''
  const kind = taken.get(extension)
  if (kind) return { ok: true, kind }
  if (extension === 'heic') return refuse('heic')
  if (extension === 'svg' || extension === 'xml' || extension === 'html') return refuse('page')
  if (archives.test(extension)) return refuse('archive')
  if (programs.test(extension)) return refuse('program')
  if (extension === 'asf' && found?.mime.startsWith('audio/')) return refuse('wma')
  const named = namedOf(extension)
  if (named) return refuse(named)
  // A PDF whose header stands further in: what stands before it may be anything.
  if (text.slice(0, 1024).includes('%PDF-')) return refuse('mixed')
  return refuse(isText(text) ? 'text' : 'unknown')
}

/** An OLE file: a new document that is encrypted lies in one too, beside streams named so. */
function compound(text: string): Refusal {
  const wide = (name: string) => Array.from(name, (sign) => `${sign}\0`).join('')
  return text.includes(wide('EncryptedPackage')) || text.includes(wide('EncryptionInfo'))
    ? 'encrypted'
    : 'old-office'
}

/** Text in angle brackets, in any of the encodings that a browser would guess. */
function isMarkup(text: string): boolean {
  const start = text.slice(0, 4096).replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
  const plain = start.replaceAll('\0', '').trimStart()
  return /^<(?:[!?/]|[a-z][a-z0-9:]*[\s>/])/i.test(plain)
}

/** No control characters but those of text, or a mark that says so. */
function isText(text: string): boolean {
  return /^(?:\xff\xfe|\xfe\xff)/.test(text) || !/[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/.test(text)
}
