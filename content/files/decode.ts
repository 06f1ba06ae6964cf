/** Encodings in which programs here write text. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/**
 * What bytes say in an encoding, without a mark of byte order.
 * @param encoding one of these, or what a file says of itself
 * @returns undefined where not all of them are text in it, or nobody knows it
 */
export function decodeAs(
  encoding: Encoding | (string & {}),
  bytes: Uint8Array,
): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const marks: [Encoding, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** The encoding that a mark of byte order names; undefined where there is none. */
export function encodingByMark(bytes: Uint8Array): Encoding | undefined {
  return marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0]
}
