/** A box of an MP4 file (ISO 14496-12): `at` is where its header begins, `body` where its content does. */
export type Box = { type: string; at: number; body: number; end: number }

/** The header of a box. `size` 0 stands for "to the end of the file". */
export type BoxHeader = { type: string; header: number; size: number }

/** How many bytes `readHeader` may need. */
export const longestHeader = 16

/**
 * Reads the header of a box at the start of `bytes`.
 * @returns undefined where there is none: too few bytes, or a size smaller than the header
 */
export function readHeader(bytes: Uint8Array): BoxHeader | undefined {
  if (bytes.length < 8) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const type = String.fromCharCode(...bytes.subarray(4, 8))
  const short = view.getUint32(0)
  if (short !== 1) return short === 0 || short >= 8 ? { type, header: 8, size: short } : undefined
  if (bytes.length < longestHeader) return undefined
  const long = view.getBigUint64(8)
  if (long < 16n || long > BigInt(Number.MAX_SAFE_INTEGER)) return undefined
  return { type, header: 16, size: Number(long) }
}

/**
 * The boxes that stand one after another between `from` and `to`.
 * @returns undefined where they do not fill it exactly
 */
export function boxesIn(bytes: Uint8Array, from = 0, to = bytes.length): Box[] | undefined {
  const boxes: Box[] = []
  let at = from
  while (at < to) {
    const header = readHeader(bytes.subarray(at, Math.min(to, at + longestHeader)))
    if (!header) return undefined
    const end = header.size === 0 ? to : at + header.size
    if (end > to) return undefined
    boxes.push({ type: header.type, at, body: at + header.header, end })
    at = end
  }
  return boxes
}

/** The boxes along a path of types, such as `trak`, `mdia`, `hdlr`. */
export function find(bytes: Uint8Array, within: Box, [type, ...deeper]: string[]): Box[] {
  const boxes = (boxesIn(bytes, within.body, within.end) ?? []).filter((box) => box.type === type)
  return deeper.length > 0 ? boxes.flatMap((box) => find(bytes, box, deeper)) : boxes
}
