/** Parts of a picture that hold no packed pixels, and whatever hangs on its end. */
type Parts = Buffer[]

/**
 * What stands in a picture beside its pixels, by the structure of its type: comments, metadata, and what
 * comes behind its end. Packed pixels may spell anything by chance.
 * @param type the media type
 * @returns all of it as one part, where the structure cannot be followed
 */
export function nonPixelData(picture: Buffer, type: string): Parts {
  const read = readers[type]
  try {
    return read?.(picture) ?? [picture]
  } catch (error) {
    if (error instanceof RangeError) return [picture]
    throw error
  }
}

const readers: Record<string, (picture: Buffer) => Parts> = {
  'image/jpeg': ofJpeg,
  'image/png': ofPng,
  'image/webp': ofWebp,
  'image/gif': ofGif,
  'image/avif': ofAvif,
}

/** Segments (ITU-T T.81, annex B). Behind the start of a scan, 0xff is a marker unless 0 or a restart follows. */
function ofJpeg(picture: Buffer): Parts {
  const parts: Parts = []
  let at = 2
  for (;;) {
    const marker = picture.readUInt16BE(at)
    if (marker === 0xffd9) return [...parts, picture.subarray(at + 2)]
    const end = at + 2 + picture.readUInt16BE(at + 2)
    if (marker >> 8 !== 0xff) return [picture]
    if ((marker >= 0xffe0 && marker <= 0xffef) || marker === 0xfffe) {
      parts.push(picture.subarray(at + 4, end))
    }
    at = end
    if (marker !== 0xffda) continue
    while (picture.readUInt8(at) !== 0xff || /^(?:0|d[0-7]|ff)$/.test(hex(picture, at + 1))) at += 1
  }
}

const hex = (bytes: Buffer, at: number) => bytes.readUInt8(at).toString(16)

/** Chunks (ISO/IEC 15948); those that are packed are left out. */
function ofPng(picture: Buffer): Parts {
  const parts: Parts = []
  for (let at = 8; ;) {
    const type = picture.toString('latin1', at + 4, at + 8)
    const end = at + 12 + picture.readUInt32BE(at)
    if (end > picture.length) return [picture]
    if (!/^(?:IDAT|fdAT|zTXt|iCCP)$/.test(type)) parts.push(picture.subarray(at + 8, end - 4))
    at = end
    if (type === 'IEND') return [...parts, picture.subarray(at)]
  }
}

function ofWebp(picture: Buffer): Parts {
  const whole = 8 + picture.readUInt32LE(4)
  if (whole > picture.length) return [picture]
  const parts: Parts = [picture.subarray(whole)]
  for (let at = 12; at + 8 <= whole;) {
    const type = picture.toString('latin1', at, at + 4)
    const length = picture.readUInt32LE(at + 4)
    if (!/^(?:VP8 |VP8L|ALPH|ANMF)$/.test(type)) {
      parts.push(picture.subarray(at + 8, at + 8 + length))
    }
    at += 8 + length + (length % 2)
  }
  return parts
}

/** Blocks (GIF89a); a picture's data and an extension's are chains of short pieces. */
function ofGif(picture: Buffer): Parts {
  const parts: Parts = []
  const table = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)
  let at = 13 + table(picture.readUInt8(10))
  const chain = (keep: boolean) => {
    for (let length = picture.readUInt8(at); length > 0; length = picture.readUInt8(at)) {
      if (keep) parts.push(picture.subarray(at + 1, at + 1 + length))
      at += 1 + length
    }
    at += 1
  }
  for (;;) {
    const kind = picture.readUInt8(at)
    if (kind === 0x3b) return [...parts, picture.subarray(at + 1)]
    if (kind === 0x21) {
      at += 2
      chain(true)
    } else if (kind === 0x2c) {
      at += 11 + table(picture.readUInt8(at + 9))
      chain(false)
    } else return [picture]
  }
}

/** Boxes (ISO/IEC 14496-12) but for those of the pixels; what follows them is no box. */
function ofAvif(picture: Buffer): Parts {
  const parts: Parts = []
  let at = 0
  while (at + 8 <= picture.length) {
    const size = picture.readUInt32BE(at)
    const type = picture.toString('latin1', at + 4, at + 8)
    if (size < 8 || at + size > picture.length || !/^[\w ]{4}$/.test(type)) break
    if (type !== 'mdat') parts.push(picture.subarray(at + 8, at + size))
    at += size
  }
  return [...parts, picture.subarray(at)]
}
