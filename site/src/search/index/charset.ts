/*
 * Text files of the index begin with a byte that names their charset. GB 18030 spends two bytes on a
 * common Chinese character where UTF-8 spends three, and stays a sixth smaller after deflating; every
 * browser reads it. What its two-byte part lacks is written in UTF-8.
 */
const names = { g: 'gb18030', u: 'utf-8' }

let twoBytes: Uint16Array | undefined

/** The two-byte characters of GB 18030 by UTF-16 unit, as the platform's own decoder knows them. */
function twoByteTable(): Uint16Array {
  const decoder = new TextDecoder(names.g)
  const table = new Uint16Array(0x10000)
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (character.length === 1 && character !== '\ufffd') {
        table[character.charCodeAt(0)] = lead * 256 + trail
      }
    }
  }
  return table
}

/** A text as the bytes of a text file. */
export function encodeText(text: string): Uint8Array {
  twoBytes ??= twoByteTable()
  const bytes = new Uint8Array(text.length * 2 + 1)
  bytes[0] = 0x67
  let end = 1
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    const pair = twoBytes[unit] ?? 0
    if (unit < 0x80) {
      bytes[end++] = unit
    } else if (pair > 0) {
      bytes[end++] = pair >> 8
      bytes[end++] = pair & 255
    } else {
      return inUtf8(text)
    }
  }
  return bytes.subarray(0, end)
}

function inUtf8(text: string): Uint8Array {
  const encoded = new TextEncoder().encode(text)
  const bytes = new Uint8Array(encoded.length + 1)
  bytes[0] = 0x75
  bytes.set(encoded, 1)
  return bytes
}

/** Reads a text file. */
export function decodeText(bytes: Uint8Array): string {
  const charset = bytes[0] === 0x67 ? names.g : names.u
  return new TextDecoder(charset, { ignoreBOM: true }).decode(bytes.subarray(1))
}
