/** A box of an MP4 or QuickTime file (ISO/IEC 14496-12): `at` is where its header begins, `body` where its content does. */
export type Box = { type: string; at: number; body: number; end: number }

/** How many bytes `readHeader` may need. */
export const longestHeader = 16

/**
 * Reads the header of the box at `at`, which ends at `limit` at the latest.
 * @param bytes the header, from its first byte on
 * @returns undefined where there is none: too few bytes, or a size that does not fit
 */
export function readHeader(bytes: Buffer, at: number, limit: number): Box | undefined {
  if (bytes.length < 8) return undefined
  const type = bytes.toString('latin1', 4, 8)
  const short = bytes.readUInt32BE(0)
  if (short === 0) return { type, at, body: at + 8, end: limit }
  const long = short === 1
  if (long && bytes.length < longestHeader) return undefined
  const header = long ? longestHeader : 8
  const end = at + (long ? Number(bytes.readBigUInt64BE(8)) : short)
  return end >= at + header && end <= limit ? { type, at, body: at + header, end } : undefined
}

/** The boxes that stand one after another between `from` and `to`, as far as they can be followed. */
export function boxesIn(bytes: Buffer, from = 0, to = bytes.length): Box[] {
  const boxes: Box[] = []
  for (let at = from; at < to;) {
    const box = readHeader(bytes.subarray(at, Math.min(to, at + longestHeader)), at, to)
    if (!box) break
    boxes.push(box)
    at = box.end
  }
  return boxes
}

/** The first box along a path of types, such as `mdia`, `hdlr`. */
export function find(bytes: Buffer, within: Box, ...path: string[]): Box | undefined {
  let box: Box | undefined = within
  for (const type of path) {
    if (!box) return undefined
    box = boxesIn(bytes, box.body, box.end).find((inner) => inner.type === type)
  }
  return box
}
