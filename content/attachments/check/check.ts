import { headLength } from '../../files/kind.ts'
import { cleanFilm } from './film/clean.ts'
import { identify } from './identify.ts'
import { attachmentLimits } from '../limits.ts'
import type { Arrived } from '../received-file.ts'
import { nonPixelData } from './non-pixel-data.ts'
import { isPolyglot, tailLength } from './polyglot.ts'
import { checkOffice } from './office-document.ts'
import type { Decrypt } from './pdf/decrypt.ts'
import { checkPdf } from './pdf/check.ts'
import type { Redraw } from './picture.ts'
import { cleanTags } from './recording/tags.ts'
import { cleanWave } from './recording/wave.ts'
import { cleanWebm } from './recording/webm.ts'
import type { Refusal } from '../refusal.ts'

/** What is kept of a file: itself; of a picture one drawn anew, of a film one without place and device. */
type Checked =
  | { ok: true; type: string; extension: string; content: AsyncIterable<Uint8Array> }
  | { ok: false; refusal: Refusal }

type Clean = (file: Arrived) => Promise<AsyncIterable<Uint8Array> | undefined>

/** What takes place and device out of films and recordings, by how they are packed. */
const cleaners: readonly [Clean, readonly string[]][] = [
  [cleanFilm, ['mp4', 'mov', 'm4a', '3gp', '3g2']],
  [cleanWebm, ['webm']],
  [cleanWave, ['wav']],
  [cleanTags, ['mp3', 'mp2', 'aac', 'amr']],
]

/** What looks into files in processes of their own. */
export type Tools = { redraw: Redraw; decrypt: Decrypt }

/**
 * Says what a file is, by its content, and whether it is taken. Documents and pictures are looked
 * into as a whole and are small; recordings pass by in parts, so that memory stays flat.
 */
export async function check(file: Arrived, { redraw, decrypt }: Tools): Promise<Checked> {
  const refuse = (refusal: Refusal) => ({ ok: false, refusal }) as const
  const head = await take(file.from(0), headLength)
  const identified = await identify(head)
  if (!identified.ok) return identified
  const { kind } = identified
  if (kind.family === 'media') {
    const tail = await take(file.from(Math.max(0, file.size - tailLength)), file.size)
    if (isPolyglot(head) || isPolyglot(tail)) return refuse('mixed')
    const [clean] = cleaners.find(([, kinds]) => kinds.includes(kind.extension)) ?? []
    const content = await clean?.(file)
    if (!content) return refuse('hidden-places')
    return { ok: true, type: kind.type, extension: kind.extension, content }
  }
  if (file.size > attachmentLimits.still) return refuse('too-large')
  const bytes = await take(file.from(0), file.size)
  if (kind.family === 'picture') {
    if (nonPixelData(bytes, kind.type).some(isPolyglot)) return refuse('mixed')
    const redrawn = await redraw(bytes)
    return redrawn.ok ? { ...redrawn, content: only(redrawn.bytes) } : redrawn
  }
  const document = kind.family === 'pdf' ? await pdfOf(bytes, decrypt) : await checkOffice(bytes)
  if (!document.ok) return document
  const { type, extension } = document.kind
  return { ok: true, type, extension, content: only(bytes) }

  async function pdfOf(pdf: Buffer, decrypt: Decrypt) {
    const refusal = await checkPdf(pdf, decrypt)
    return refusal ? refuse(refusal) : ({ ok: true, kind } as const)
  }
}

/** At least the first `length` bytes, or all there are. */
async function take(bytes: AsyncIterable<Uint8Array>, length: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let taken = 0
  for await (const chunk of bytes) {
    chunks.push(chunk)
    taken += chunk.length
    if (taken >= length) break
  }
  return Buffer.concat(chunks)
}

async function* only(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}
