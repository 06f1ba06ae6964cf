import { type Box, longestHeader, readHeader } from '../../../files/mp4-boxes.ts'
import type { Arrived } from '../../received-file.ts'
import { patched } from '../apply-patches.ts'
import type { Patch } from '../apply-patches.ts'
import { cleanHead, subtitleStretches } from './head.ts'
import { tellPlaces } from './subtitle-places.ts'

const largestHead = 16 * 1024 * 1024
/** Boxes at the top of a film that play it; others tell of it. */
const needed = new Set('ftyp styp moov mdat moof mfra sidx ssix prft emsg pdin imda'.split(' '))
/** Fragments of a film, which do not say in one place what belongs to which track. */
const pieces = /^(?:moof|imda)$/

/**
 * Takes out of a film or recording (MP4, QuickTime, 3GPP) what tells of its place and device. Its length and
 * everything that is seen and heard stay as they are, whatever they are packed with. What breaks off is
 * taken as far as it goes: somebody may still mend it.
 * @returns undefined where such data cannot be told from the rest
 */
export async function cleanFilm(file: Arrived): Promise<AsyncIterable<Uint8Array> | undefined> {
  const boxes = await topBoxes(file)
  const patches: Patch[] = []
  for (const box of boxes) {
    if (box.type === 'moov') {
      if (box.end - box.at > largestHead) return undefined
      const bytes = await read(file, box)
      const words = subtitleStretches(bytes)
      const inPieces = boxes.some(({ type }) => pieces.test(type))
      if (!words || (inPieces && words.length > 0)) return undefined
      const hidden = cleanHead(bytes, !(await tellPlaces(file, words.flat())))
      if (!hidden || (inPieces && hidden.length > 0)) return undefined
      patches.push({ from: box.at, to: box.end, bytes }, ...hidden)
    } else if (!needed.has(box.type)) {
      patches.push({ from: box.at + 4, to: box.at + 8, bytes: Buffer.from('free') })
      patches.push({ from: box.body, to: box.end })
    }
  }
  return patched(file.from(0), patches)
}

/** The boxes of the file one after another, in one passage over it. */
async function topBoxes(file: Arrived): Promise<Box[]> {
  const boxes: Box[] = []
  /** Bytes that have arrived and may belong to a header; the first of them stands at `at`. */
  let kept: Buffer = Buffer.alloc(0)
  let at = 0
  let next = 0
  for await (const chunk of file.from(0)) {
    const seen = kept.length > 0 ? Buffer.concat([kept, chunk]) : Buffer.from(chunk)
    const end = at + seen.length
    while (next < end) {
      const header = seen.subarray(next - at, next - at + longestHeader)
      if (header.length < longestHeader && end < file.size) break
      const box = readHeader(header, next, file.size)
      if (!box) return boxes
      boxes.push(box)
      next = box.end
    }
    kept = seen.subarray(Math.min(seen.length, next - at))
    at = end - kept.length
  }
  return boxes
}

async function read(file: Arrived, { at, end }: Box): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of file.from(at)) {
    chunks.push(chunk)
    length += chunk.length
    if (length >= end - at) break
  }
  return Buffer.concat(chunks).subarray(0, end - at)
}
