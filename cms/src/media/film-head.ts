import { open } from 'node:fs/promises'
import { find, longestHeader, readHeader, type Box } from '@portal/content/files/mp4-boxes'

/** Boxes at the top of a film that cameras write before its head; more of them is no film. */
const mostBoxes = 10_000
/** Bytes that are read of a head: tables of a film of some hours are smaller. */
const largestHead = 64 * 1024 * 1024

/** The head of a film (its box `moov`), as far as it is there. */
export type FilmHead = { bytes: Buffer; movie: Box }

/** Finds the head of a film; undefined where there is none. */
export async function readFilmHead(path: string): Promise<FilmHead | undefined> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const start = Buffer.alloc(longestHeader)
    for (let at = 0, count = 0; at + longestHeader <= size && count < mostBoxes; count += 1) {
      await file.read(start, 0, longestHeader, at)
      // What is cut off is read as far as it goes.
      const box = readHeader(start, at, Infinity)
      if (!box) return undefined
      if (box.type === 'moov') {
        const bytes = Buffer.alloc(Math.min(Math.min(box.end, size) - at, largestHead))
        await file.read(bytes, 0, bytes.length, at)
        return { bytes, movie: { ...box, at: 0, body: box.body - at, end: bytes.length } }
      }
      at = box.end
    }
    return undefined
  } finally {
    await file.close()
  }
}

/**
 * How long a film says that it is (`mvhd`, ISO/IEC 14496-12, 8.2.2), in seconds. What it holds may be longer:
 * telephones cut films by hiding parts of them.
 * @returns undefined where it does not say
 */
export function statedSeconds({ bytes, movie }: FilmHead): number | undefined {
  const said = find(bytes, movie, 'mvhd')
  if (!said) return undefined
  const { body, end } = said
  const long = bytes[body] === 1
  if (body + (long ? 32 : 20) > end) return undefined
  const scale = bytes.readUInt32BE(body + (long ? 20 : 12))
  const length = long ? Number(bytes.readBigUInt64BE(body + 24)) : bytes.readUInt32BE(body + 16)
  const unknown = length === 0 || length >= (long ? 2 ** 63 : 2 ** 32 - 1)
  return scale === 0 || unknown ? undefined : length / scale
}
