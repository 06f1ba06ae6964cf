import { boxesIn, find, type Box } from './boxes.ts'

/** What the head of a film says of it. */
export type FilmFacts = {
  /** Undefined where the head does not say, as in films that are cut into fragments. */
  seconds: number | undefined
  /** Four letters for each track of pictures, such as `avc1`. */
  pictures: string[]
  /** Kinds of tracks that are neither picture nor sound: text, places, devices. */
  others: string[]
}

const four = (bytes: Uint8Array, at: number) => String.fromCharCode(...bytes.subarray(at, at + 4))

/** The length of a film from its `mvhd` box, in seconds; undefined where it is 0, unknown or damaged. */
export function secondsOf(bytes: Uint8Array, { body, end }: Box): number | undefined {
  const long = bytes[body] === 1
  if (end - body < (long ? 32 : 20)) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const scale = view.getUint32(body + (long ? 20 : 12))
  const length = long ? view.getBigUint64(body + 24) : BigInt(view.getUint32(body + 16))
  const unknown = long ? 0xffff_ffff_ffff_ffffn : 0xffff_ffffn
  if (scale === 0 || length === 0n || length === unknown) return undefined
  return Number(length) / scale
}

/**
 * Reads the head of a film.
 * @param bytes a whole `moov` box
 * @returns undefined where it is damaged
 */
export function readMoov(bytes: Uint8Array): FilmFacts | undefined {
  const [moov, more] = boxesIn(bytes) ?? []
  if (moov?.type !== 'moov' || more || !boxesIn(bytes, moov.body, moov.end)) return undefined
  const [mvhd] = find(bytes, moov, ['mvhd'])
  if (!mvhd) return undefined
  const facts: FilmFacts = { seconds: secondsOf(bytes, mvhd), pictures: [], others: [] }
  for (const track of find(bytes, moov, ['trak'])) {
    const [hdlr] = find(bytes, track, ['mdia', 'hdlr'])
    const kind = hdlr ? four(bytes, hdlr.body + 8) : ''
    const [stsd] = find(bytes, track, ['mdia', 'minf', 'stbl', 'stsd'])
    if (kind === 'vide') facts.pictures.push(stsd ? four(bytes, stsd.body + 12) : '')
    else if (kind !== 'soun') facts.others.push(kind)
  }
  return facts
}

/** Boxes that tell of the film, not how to play it: place, author, device, editor, thumbnails. */
const telling = new Set(['udta', 'meta', 'uuid', 'free', 'skip', 'wide'])
const nests = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'edts', 'dinf'])
/** Where the times of making and of the last change stand. */
const times = new Set(['mvhd', 'tkhd', 'mdhd'])

function overwrite(bytes: Uint8Array, { at, body, end }: Box): void {
  bytes.set([0x66, 0x72, 0x65, 0x65], at + 4) // 'free'
  bytes.fill(0, body, end)
}

/**
 * Takes out of the head of a film what tells of place, author, device and time, in place: the boxes
 * stay as empty room, so that every offset into the film still holds.
 * @param bytes a whole `moov` box
 */
export function blankMoov(bytes: Uint8Array): void {
  const visit = (boxes: Box[]) => {
    for (const box of boxes) {
      if (telling.has(box.type)) overwrite(bytes, box)
      else if (times.has(box.type)) {
        bytes.fill(0, box.body + 4, box.body + 4 + (bytes[box.body] === 1 ? 16 : 8))
      } else if (box.type === 'hdlr') {
        // The name of a track is free text.
        bytes.fill(0, Math.min(box.end, box.body + 24), box.end)
      } else if (nests.has(box.type)) visit(boxesIn(bytes, box.body, box.end) ?? [])
    }
  }
  visit(boxesIn(bytes) ?? [])
}
