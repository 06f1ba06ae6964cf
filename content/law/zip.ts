/** A file inside a zip archive, as the archive's directory says; a hostile one may lie. */
export type ZipEntry = {
  name: string
  /** Bytes. */
  packed: number
  unpacked: number
  /** 0: stored, 8: deflated. */
  method: number
  encrypted: boolean
  /** Where its own header begins. */
  at: number
}

/**
 * The directory of a zip archive and where its end record begins; null where there is no directory
 * that is whole. Archives of more than 4 GB or 65,534 entries (zip64) count as not whole.
 */
export function zipDirectory(bytes: Uint8Array): { entries: ZipEntry[]; end: number } | null {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endRecord(data)
  if (end === null) return null
  const entries: ZipEntry[] = []
  const decoder = new TextDecoder()
  let at = data.getUint32(end + 16, true)
  while (at + 46 <= end && data.getUint32(at, true) === 0x02014b50) {
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((field) =>
      data.getUint16(at + field, true),
    )
    entries.push({
      name: decoder.decode(bytes.subarray(at + 46, at + 46 + name)),
      packed: data.getUint32(at + 20, true),
      unpacked: data.getUint32(at + 24, true),
      method: data.getUint16(at + 10, true),
      encrypted: (data.getUint16(at + 8, true) & 1) === 1,
      at: data.getUint32(at + 42, true),
    })
    at += 46 + name + extra + comment
  }
  return entries.length === data.getUint16(end + 10, true) ? { entries, end } : null
}

/** Where the packed bytes of an entry stand; null where they are not inside the archive. */
export function packedBytes(bytes: Uint8Array, { at, packed }: ZipEntry): Uint8Array | null {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (at + 30 > bytes.length || data.getUint32(at, true) !== 0x04034b50) return null
  const from = at + 30 + data.getUint16(at + 26, true) + data.getUint16(at + 28, true)
  return from + packed <= bytes.length ? bytes.subarray(from, from + packed) : null
}

function endRecord(data: DataView): number | null {
  const last = data.byteLength - 22
  for (let at = last; at >= Math.max(0, last - 65_535); at -= 1) {
    if (data.getUint32(at, true) === 0x06054b50) return at
  }
  return null
}
