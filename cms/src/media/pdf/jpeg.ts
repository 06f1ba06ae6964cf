/** Segments that a reader needs: the form, the colours of the pixels and of the profile. */
const needed = new Set([0xffe0, 0xffe2, 0xffee])

/**
 * A JPEG without what it tells of place, device and author (ITU-T T.81, annex B; its pixels stay as they are).
 * @returns the same, where its segments cannot be followed
 */
export function withoutMetadata(jpeg: Uint8Array): Uint8Array {
  const bytes = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.length)
  const parts = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length) {
    const marker = bytes.readUInt16BE(at)
    if (marker >> 8 !== 0xff) return jpeg
    // The pixels begin: nothing else is told from here on.
    if (marker === 0xffda) return Buffer.concat([...parts, bytes.subarray(at)])
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    const tells = (marker >= 0xffe0 && marker <= 0xffef && !needed.has(marker)) || marker === 0xfffe
    if (!tells) parts.push(bytes.subarray(at, end))
    at = end
  }
  return jpeg
}
