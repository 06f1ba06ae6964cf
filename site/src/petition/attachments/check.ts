import { headLength, identify } from './identify.ts'
import type { Kind } from './identify.ts'
import { attachmentLimits } from './limits.ts'
import { isMixed, tailLength } from './mixed.ts'
import { checkOffice } from './office.ts'
import { checkPdf } from './pdf.ts'
import type { Redraw } from './picture.ts'
import type { Refusal } from './refusal.ts'

/** The bytes of a file that has arrived, readable from any place on, more than once. */
export type Arrived = { size: number; from(start: number): AsyncIterable<Uint8Array> }

/** What is kept of a file: itself, or for a picture one that was drawn anew. */
export type Checked =
  | { ok: true; type: string; extension: string; content: AsyncIterable<Uint8Array> }
  | { ok: false; refusal: Refusal }

/**
 * Says what a file is, by its content, and whether it is taken. Documents and pictures are looked
 * into as a whole and are small; of recordings only both ends are read, so that memory stays flat.
 */
export async function check(file: Arrived, redraw: Redraw): Promise<Checked> {
  const refuse = (refusal: Refusal) => ({ ok: false, refusal }) as const
  const head = await take(file.from(0), headLength)
  const identified = await identify(head)
  if (!identified.ok) return identified
  const { kind } = identified
  if (kind.family === 'media') {
    const tail = await take(file.from(Math.max(0, file.size - tailLength)), file.size)
    if (isMixed(head) || isMixed(tail)) return refuse('mixed')
    return { ok: true, type: kind.type, extension: kind.extension, content: file.from(0) }
  }
  if (file.size > attachmentLimits.still) return refuse('too-large')
  const bytes = await take(file.from(0), file.size)
  if (kind.family === 'picture') {
    if (isMixed(bytes)) return refuse('mixed')
    const redrawn = await redraw(bytes)
    return redrawn.ok ? { ...redrawn, content: only(redrawn.bytes) } : redrawn
  }
  const document =
    kind.family === 'pdf' ? await documentOfPdf(bytes, kind) : await checkOffice(bytes)
  if (!document.ok) return document
  const { type, extension } = document.kind
  return { ok: true, type, extension, content: only(bytes) }
}

async function documentOfPdf(
  bytes: Buffer,
  kind: Kind,
): Promise<{ ok: true; kind: Kind } | { ok: false; refusal: Refusal }> {
  if (isMixed(bytes.subarray(-tailLength), 'pdf') || isMixed(bytes.subarray(0, 1024), 'pdf')) {
    return { ok: false, refusal: 'mixed' }
  }
  const refusal = await checkPdf(bytes)
  return refusal ? { ok: false, refusal } : { ok: true, kind }
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
