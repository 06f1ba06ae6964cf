import type { Arrived } from '../../received-file.ts'
import { patched } from '../apply-patches.ts'
import type { Patch } from '../apply-patches.ts'

/** Bytes of the longest head of a tag: a tag that lies across two chunks is found whole. */
const head = 32
/** How far from its end a file may have what old programs hang on it. */
const tailLength = 64 * 1024

/** Long enough, with what must follow, not to come up by chance among packed sound. */
const id3 = Buffer.from('ID3')
const ape = Buffer.from('APETAGEX')

/** A tag of ID3v2 (id3.org, 2.2 to 2.4): its head stays, so that players go on skipping it. */
function ofId3(bytes: Buffer, at: number, place: number): Patch[] {
  const version = bytes[at + 3] ?? 0
  const length = [6, 7, 8, 9].map((offset) => bytes[at + offset] ?? 0xff)
  if (version < 2 || version > 4 || bytes[at + 4] === 0xff) return []
  if (length.some((part) => part > 0x7f)) return []
  const size = length.reduce((sum, part) => sum * 128 + part, 0)
  const flags = bytes[at + 5] ?? 0
  if ((flags & 0x0f) !== 0) return []
  const footer = flags & 0x10 ? 10 : 0
  const from = place + 10
  return [
    { from: place + 5, to: place + 6 },
    { from, to: from + size + footer },
  ]
}

/** A tag of APE (version 1 or 2), which has a head, a foot or both. */
function ofApe(bytes: Buffer, at: number, place: number): Patch[] {
  const version = bytes.readUInt32LE(at + 8)
  if (version !== 1000 && version !== 2000) return []
  const size = bytes.readUInt32LE(at + 12)
  const isHead = (bytes.readUInt32LE(at + 20) & 0x2000_0000) !== 0
  const from = isHead ? place : Math.max(0, place + head - size)
  return [{ from, to: isHead ? place + head + size : place + head }]
}

const readers = [
  [id3, ofId3],
  [ape, ofApe],
] as const

/** What is found in a part of the file that stands at `place`, by heads that are whole in it. */
function tagsIn(part: Buffer, place: number): Patch[] {
  const found: Patch[] = []
  for (const [sign, read] of readers) {
    let at = part.indexOf(sign)
    for (; at !== -1 && at + head <= part.length; at = part.indexOf(sign, at + 1)) {
      found.push(...read(part, at, place + at))
    }
  }
  return found
}

/** ID3v1 with what may stand before it, and Lyrics3. */
function atEnd(tail: Buffer, place: number): Patch[] {
  const found: Patch[] = []
  const end = place + tail.length
  const starts = (word: string, from: number) =>
    from >= 0 && tail.toString('latin1', from, from + word.length) === word
  if (starts('TAG', tail.length - 128)) found.push({ from: end - 128, to: end })
  if (starts('TAG+', tail.length - 355)) found.push({ from: end - 355, to: end - 128 })
  const lyrics = tail.lastIndexOf('LYRICSBEGIN')
  if (lyrics !== -1) found.push({ from: place + lyrics, to: end })
  return found
}

/**
 * Takes out of a recording that is a row of frames (MP3, AAC, AMR) the tags in front, between and behind
 * them: place, device, author, pictures. Its length and every frame stay.
 */
export async function cleanTags(file: Arrived): Promise<AsyncIterable<Uint8Array>> {
  const patches: Patch[] = []
  let kept: Buffer = Buffer.alloc(0)
  let at = 0
  for await (const chunk of file.from(0)) {
    const seen = Buffer.concat([kept, chunk])
    patches.push(...tagsIn(seen, at))
    kept = seen.subarray(Math.max(0, seen.length - head + 1))
    at += seen.length - kept.length
  }
  // The last head may be shorter than the longest: it is looked for with room behind it.
  patches.push(...tagsIn(Buffer.concat([kept, Buffer.alloc(head)]), at))
  const tail: Uint8Array[] = []
  const from = Math.max(0, file.size - tailLength)
  for await (const chunk of file.from(from)) tail.push(chunk)
  patches.push(...atEnd(Buffer.concat(tail), from))
  return patched(file.from(0), patches)
}
