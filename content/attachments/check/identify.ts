import { kindBySign, kindOf } from '../../files/kind.ts'
import { namedOf } from './refused-kinds.ts'
import type { Refusal } from '../refusal.ts'

/** What a file is, by its content. `family` says how it is looked into. */
export type Kind = {
  type: string
  extension: string
  family: 'picture' | 'pdf' | 'office' | 'media'
}

const picture = (type: string, extension: string): Kind => ({ type, extension, family: 'picture' })
const media = (type: string, extension: string): Kind => ({ type, extension, family: 'media' })

/** What is taken, by the extension under which it is known. */
const taken = new Map<string, Kind>([
  ['jpg', picture('image/jpeg', 'jpg')],
  ['png', picture('image/png', 'png')],
  ['apng', picture('image/png', 'png')],
  ['webp', picture('image/webp', 'webp')],
  ['gif', picture('image/gif', 'gif')],
  ['avif', picture('image/avif', 'avif')],
  ['pdf', { type: 'application/pdf', extension: 'pdf', family: 'pdf' }],
  ['zip', { type: 'application/zip', extension: 'zip', family: 'office' }],
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

/** Says what a file is by its first bytes (all of them, where it is shorter than `headLength`). */
export async function identify(
  head: Uint8Array,
): Promise<{ ok: true; kind: Kind } | { ok: false; refusal: Refusal }> {
  const refuse = (refusal: Refusal) => ({ ok: false, refusal }) as const
  const text = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1')
  // One kind of recording begins as a script does.
  if (!kindBySign(head)) {
    if (/^(?:\x1f\x8b|PK[\x05-\x08])/.test(text)) return refuse('archive')
    if (/^(?:MZ|#!|\x7fELF)/.test(text)) return refuse('program')
    if (isMarkup(text)) return refuse('page')
  }
  const found = await kindOf(head)
  const extension = found?.extension ?? ''
  const kind = taken.get(extension)
  if (kind) return { ok: true, kind }
  if (extension === 'cfb') return refuse(compound(text))
  if (extension === 'heic') return refuse('heic')
  if (extension === 'svg' || extension === 'xml' || extension === 'html') return refuse('page')
  if (archives.test(extension)) return refuse('archive')
  if (programs.test(extension)) return refuse('program')
  if (extension === 'asf' && found?.type.startsWith('audio/')) return refuse('wma')
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
