import { box, mvhd } from './films.ts'

const four = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [place, value] of values.entries()) bytes.writeUInt32BE(value, place * 4)
  return bytes
}

type Track = { kind: string; codec: string; samples: Buffer[] }

/** A track whose samples lie one by one at `places` of the file. */
function track({ kind, codec, samples }: Track, places: number[], long: boolean): Buffer {
  const name = Buffer.concat([Buffer.alloc(8), Buffer.from(kind), Buffer.alloc(12)])
  const packer = Buffer.from((kind === 'vide' ? 'CANARY-PACKER' : '').padEnd(32, '\0'))
  const entry = box(codec, Buffer.alloc(42), packer, Buffer.alloc(4))
  const offsets = Buffer.alloc(places.length * 8)
  for (const [index, place] of places.entries()) offsets.writeBigUInt64BE(BigInt(place), index * 8)
  const table = box(
    'stbl',
    box('stsd', four(0, 1), entry),
    box('stts', four(0, 1, samples.length, 1000)),
    box('stsc', four(0, 1, 1, 1, 1)),
    box('stsz', four(0, 0, samples.length, ...samples.map(({ length }) => length))),
    long
      ? box('co64', four(0, places.length), offsets)
      : box('stco', four(0, places.length, ...places)),
  )
  const media = box('mdia', box('hdlr', name, 'CANARY-TRACK\0'), box('minf', table))
  return box('trak', box('tkhd', Buffer.alloc(84)), media, box('udta', box('name', 'CANARY-NAME')))
}

const place = '+30.2500+120.1500/'

/**
 * A film as a telephone takes it: pictures, sound, and moment by moment where it was; the place, the
 * device and the author again in every box that they use. There is nothing to see in it.
 * @param brand of the file: `qt  `, `mp42`, `3gp5`, `M4A `
 * @param first whether the head stands in front of the samples
 */
export function telephoneFilm({
  brand = 'qt  ',
  first = false,
  long = false,
  sound = 'mp4a',
} = {}): Buffer {
  const tracks: Track[] = [
    { kind: 'vide', codec: 'avc1', samples: [Buffer.from('PICTURE-1'), Buffer.from('PICTURE-22')] },
    { kind: 'meta', codec: 'mebx', samples: [1, 2].map((n) => Buffer.from(`CANARY-${n}${place}`)) },
    { kind: 'soun', codec: sound, samples: [Buffer.from('SOUND-1'), Buffer.from('SOUND-22')] },
  ]
  const samples = [0, 1].flatMap((n) => tracks.map((one) => one.samples[n] ?? Buffer.alloc(0)))
  const head = (start: number) => {
    const places = tracks.map((_, own) =>
      [0, 1].map((n) =>
        samples.slice(0, n * tracks.length + own).reduce((sum, { length }) => sum + length, start),
      ),
    )
    return box(
      'moov',
      mvhd(4000),
      ...tracks.map((one, own) => track(one, places[own] ?? [], long)),
      box('udta', box('\xa9xyz', place), box('\xa9mak', 'CANARY-MAKE')),
      box('meta', Buffer.alloc(4), `CANARY-META com.apple.quicktime.location.ISO6709 ${place}`),
      box('uuid', Buffer.alloc(16), 'CANARY-UUID'),
    )
  }
  const type = box('ftyp', brand, Buffer.alloc(4), brand)
  const told = [box('wide'), box('uuid', Buffer.alloc(16), 'CANARY-XMP'), box('free', 'CANARY')]
  const front = Buffer.concat([type, ...told])
  const media = box('mdat', ...samples)
  const before = front.length + (first ? head(0).length : 0) + 8
  return first
    ? Buffer.concat([front, head(before), media])
    : Buffer.concat([front, media, head(before)])
}
