/** The end record of a zip archive, at most so far from the end of its file. */
export const tailLength = 65_535 + 22

/**
 * Whether a file of one type holds marks of another: an archive behind it, a PDF in it, a script at
 * either end. Programs disagree on what such a file is, and that is what it is made for.
 * @param bytes whole, or head or tail of a file
 * @param own signs that belong to the type itself
 */
export function isMixed(bytes: Buffer, own: 'pdf' | 'none' = 'none'): boolean {
  if (hasArchiveEnd(bytes)) return true
  if (bytes.indexOf('%PDF-', 1) !== -1 && own !== 'pdf') return true
  return ['<?php', '<script', '<!DOCTYPE html', '<html', '<svg'].some((sign) =>
    bytes.includes(sign),
  )
}

/** An end record that a directory stands in front of. */
function hasArchiveEnd(bytes: Buffer): boolean {
  const first = Math.max(0, bytes.length - tailLength)
  for (let at = bytes.length - 22; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) !== 0x06054b50) continue
    const directory = at - bytes.readUInt32LE(at + 12)
    // Of a tail alone, the directory may begin before it.
    if (directory < at && (directory < 0 || bytes.readUInt32LE(directory) === 0x02014b50))
      return true
  }
  return false
}
