/** The end record of a zip archive, at most so far from the end of its file. */
export const tailLength = 65_535 + 22

/** Long enough, with what must follow, not to come up by chance among packed bytes. */
const markup =
  /<(?:\?php|script|!doctype html|html|svg)(?:[\s>/][\t\n\r -~]{4}|[\s>/]?[\t\n\r -~]{0,3}$)/i

/**
 * Whether a part of a file holds marks of another type: an archive at its end, a PDF, a script. Programs
 * disagree on what such a file is, and that is what it is made for.
 * @param part what is not packed: of a picture what stands beside the pixels, else head or tail
 */
export function isPolyglot(part: Buffer): boolean {
  if (part.length === 0) return false
  return hasArchiveEnd(part) || part.indexOf('%PDF-') !== -1 || hasMarkup(part)
}

/** Whether text for browsers or servers stands in it. */
export function hasMarkup(part: Buffer): boolean {
  return markup.test(part.toString('latin1'))
}

/** An end record that a directory stands in front of. */
export function hasArchiveEnd(bytes: Buffer): boolean {
  const first = Math.max(0, bytes.length - tailLength)
  for (let at = bytes.length - 22; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) !== 0x06054b50) continue
    // Four bytes come up by chance: this disk is the directory's, and the comment ends with the file.
    if (bytes.readUInt16LE(at + 4) !== bytes.readUInt16LE(at + 6)) continue
    if (at + 22 + bytes.readUInt16LE(at + 20) > bytes.length) continue
    const directory = at - bytes.readUInt32LE(at + 12)
    // Of a tail alone, the directory may begin before it.
    if (directory < at && (directory < 0 || bytes.readUInt32LE(directory) === 0x02014b50))
      return true
  }
  return false
}
