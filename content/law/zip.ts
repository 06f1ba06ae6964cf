/**
 * Bytes that the entries of a zip archive say they unpack to; null where it has no directory.
 * A small file that unpacks to gigabytes would take the whole machine down with it.
 */
export function unpackedSize(bytes: Uint8Array): number | null {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const directory = 0x02014b50
  const end = 0x06054b50
  let at = bytes.length - 22
  const first = Math.max(0, at - 65_535)
  while (at >= first && data.getUint32(at, true) !== end) at -= 1
  if (at < first) return null
  let size = 0
  let entry = data.getUint32(at + 16, true)
  while (entry + 46 <= at && data.getUint32(entry, true) === directory) {
    size += data.getUint32(entry + 24, true)
    const [name, extra, comment] = [28, 30, 32].map((field) => data.getUint16(entry + field, true))
    entry += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return size
}
