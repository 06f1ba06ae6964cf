import { open } from 'node:fs/promises'

/** Boxes at the top of a film that cameras write before its head; more of them is no film. */
const mostBoxes = 10_000
/** The header of a film stands among the first bytes of its head. */
const beginning = 4096

/**
 * How long a film says that it is (`mvhd`, ISO/IEC 14496-12, 8.2.2), in seconds. What it holds may be longer:
 * telephones cut films by hiding parts of them.
 * @returns undefined where it does not say
 */
export async function statedSeconds(path: string): Promise<number | undefined> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const bytes = Buffer.alloc(beginning)
    for (let at = 0, count = 0; at + 16 <= size && count < mostBoxes; count += 1) {
      const { bytesRead } = await file.read(bytes, 0, beginning, at)
      if (bytes.toString('latin1', 4, 8) === 'moov') return secondsIn(bytes.subarray(0, bytesRead))
      const short = bytes.readUInt32BE(0)
      const length = short === 1 ? Number(bytes.readBigUInt64BE(8)) : short
      if (length < 8) return undefined
      at += length
    }
    return undefined
  } finally {
    await file.close()
  }
}

function secondsIn(head: Buffer): number | undefined {
  const at = head.indexOf('mvhd') + 4
  if (at < 4 || at + 32 > head.length) return undefined
  const long = head[at] === 1
  const scale = head.readUInt32BE(at + (long ? 20 : 12))
  const length = long ? Number(head.readBigUInt64BE(at + 24)) : head.readUInt32BE(at + 16)
  const unknown = length === 0 || length >= (long ? 2 ** 63 : 2 ** 32 - 1)
  return scale === 0 || unknown ? undefined : length / scale
}
