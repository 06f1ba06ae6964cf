/** A box of an MP4 file. */
export function box(type: string, ...parts: (Uint8Array | string)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part)))
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}

/** An `mvhd` box, in version 0. */
export function mvhd(length: number, scale = 1000): Buffer {
  const body = Buffer.alloc(100)
  body.writeUInt32BE(3_800_000_000, 4)
  body.writeUInt32BE(scale, 12)
  body.writeUInt32BE(length, 16)
  return box('mvhd', body)
}

function track(kind: string, codec: string): Buffer {
  const hdlr = box('hdlr', Buffer.alloc(8), kind, Buffer.alloc(12), 'CANARY-TRACK\0')
  const stsd = box('stsd', Buffer.from([0, 0, 0, 0, 0, 0, 0, 1]), box(codec, Buffer.alloc(70)))
  return box('trak', box('mdia', hdlr, box('minf', box('stbl', stsd))))
}

/** What a telephone writes into a film: place, author, device, in all the boxes it uses. */
const told = [
  box('udta', box('\xa9xyz', '+30.2500+120.1500/CANARY-PLACE'), box('auth', 'CANARY-AUTHOR')),
  box('meta', Buffer.alloc(4), 'CANARY-META'),
]

/**
 * A film as a telephone takes it, by its boxes; there is nothing to see in it.
 * @param others more tracks, such as `meta` with places in it
 */
export function film({ seconds = 4, codec = 'avc1', others = [] as string[] } = {}): Buffer {
  return Buffer.concat([
    box('ftyp', 'isom', Buffer.alloc(4), 'isommp42'),
    box(
      'moov',
      mvhd(seconds * 1000),
      track('vide', codec),
      ...others.map((kind) => track(kind, 'mebx')),
      ...told,
    ),
    box('uuid', Buffer.alloc(16), 'CANARY-XMP'),
    box('free', 'CANARY-FREE'),
    box('mdat', 'pictures'),
  ])
}

/** Captions of one sentence, until `end` (`00:00:03.000`). */
export function captions(end = '00:00:03.000'): string {
  return `WEBVTT\n\n1\n00:00:00.500 --> ${end}\n一句字幕\n`
}
